"""make bench: configuration fetches beside nginx on the same machine, in turns, as ratios.

Each round measures nginx and the server one after the other with the same client and the same certificate, so
that what else the machine does hits both. Next to requests per second stands the server's own processor time
per request: client and server share the cores, and the client's share is the same for both.
"""

import argparse
import http.client
import json
import os
import re
import shutil
import signal
import socket
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CONNECTIONS = 32
WORKERS = os.cpu_count() or 1
TICKS = os.sysconf("SC_CLK_TCK")

NGINX = """
daemon off;
worker_processes {workers};
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    default_type text/plain;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000000;
    open_file_cache max=10;
    open_file_cache_valid 3600;
    server {{
        listen 127.0.0.1:{port} ssl;
        ssl_certificate {certificate};
        ssl_certificate_key {key};
        ssl_protocols TLSv1.2 TLSv1.3;
        ssl_session_cache shared:bench:10m;
        root {folder}/static;
    }}
}}
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def say(text):
    print(f"   {text}", file=sys.stderr, flush=True)


class Process:
    """A server under test and its children."""

    def __init__(self, command, port, environment=None):
        self.port = port
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return
            except OSError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError(f"{command[0]} did not start")
                time.sleep(0.05)

    def pids(self):
        main = self.process.pid
        children = Path(f"/proc/{main}/task/{main}/children").read_text().split()
        return [main, *map(int, children)]

    def cpu(self):
        """Processor seconds used so far."""
        total = 0
        for pid in self.pids():
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def memory(self):
        """Resident megabytes: now, and the most it ever was."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        values = dict(line.split(":", 1) for line in status.splitlines())
        return {name: int(values[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM")}

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(30)


class Bench:
    def __init__(self, arguments):
        self.folder = Path(tempfile.mkdtemp(prefix="cordboard-bench-"))
        # nginx gives up root for its workers, who must still reach the file.
        self.folder.chmod(0o755)
        self.processes = []
        self.seconds = arguments.seconds
        self.rounds = arguments.rounds
        self.server = ROOT / "target" / arguments.build / "cordboard"
        self.tool = ROOT / "target" / arguments.build / "examples/bench"
        self.paths = self.folder / "paths"
        self.data = self.folder / "data"
        self.listens = {name: free_port() for name in ("web", "provisioning", "agents", "metrics")}
        self.environment = {
            "PATH": os.environ["PATH"],
            "CORDBOARD_DATA_DIR": str(self.data),
            "CORDBOARD_LOG": "warn,rustls=error",
            "CORDBOARD_UNKNOWN_KEYS_PER_MINUTE": "4000000000",
            **{f"CORDBOARD_{n.upper()}_LISTEN": f"127.0.0.1:{p}" for n, p in self.listens.items()},
        }

    def run_tool(self, *arguments):
        command = [str(self.tool), *map(str, arguments)]
        done = subprocess.run(command, env=self.environment, check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout

    def seed(self, customers, phones):
        self.run_tool("seed", "--customers", customers, "--phones", phones, "--out", self.paths)

    def start(self, **more):
        environment = {**self.environment, **more}
        return self.keep(Process([str(self.server), "serve"], self.listens["provisioning"], environment))

    def keep(self, process):
        self.processes.append(process)
        return process

    def end(self):
        for process in self.processes:
            process.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start_nginx(self, length):
        port = free_port()
        static = self.folder / "static"
        static.mkdir()
        (static / "phone.cfg").write_bytes(os.urandom(length // 2).hex().encode()[:length].ljust(length, b"0"))
        tls = self.data / "tls"
        text = NGINX.format(
            workers=WORKERS, folder=self.folder, port=port,
            certificate=tls / "server-ecdsa.pem", key=tls / "server-ecdsa-key.pem",
        )
        (self.folder / "nginx.conf").write_text(text)
        nginx = shutil.which("nginx") or "/usr/sbin/nginx"
        command = [nginx, "-p", str(self.folder), "-c", str(self.folder / "nginx.conf")]
        return self.keep(Process(command, port))

    def nginx_tag(self, nginx):
        context = ssl._create_unverified_context()
        connection = http.client.HTTPSConnection("127.0.0.1", nginx.port, context=context)
        connection.request("GET", "/phone.cfg")
        return connection.getresponse().headers["etag"]

    def kept(self, process, paths, has_it):
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{self.seconds}s", "--latency", "-s", HERE / "list.lua",
                   f"https://localhost:{process.port}", "--", paths, *(["304"] if has_it else [])]
        before = process.cpu()
        done = subprocess.run(list(map(str, command)), check=True, stdout=subprocess.PIPE, text=True)
        used = process.cpu() - before
        line = next(line for line in done.stdout.splitlines() if line.startswith("RESULT "))
        result = json.loads(line.removeprefix("RESULT "))
        return self.rate(result["requests"], result["microseconds"] / 1e6, used, result["errors"], result)

    def new(self, process, paths):
        before = process.cpu()
        text = self.run_tool("handshakes", "--address", f"127.0.0.1:{process.port}", "--paths", paths,
                             "--threads", 8, "--seconds", self.seconds)
        result = json.loads(text)
        used = process.cpu() - before
        return self.rate(result["requests"], result["seconds"], used, result["failed"], {})

    @staticmethod
    def rate(requests, seconds, cpu, errors, more):
        latency = {name: more[name] for name in ("p50", "p99") if name in more}
        return {"per_second": requests / seconds, "cpu_us": cpu / max(requests, 1) * 1e6, "errors": errors, **latency}

    def in_turns(self, name, one, other):
        """Both, one after the other, `rounds` times: medians and their ratio."""
        pairs = [(one(), other()) for _ in range(self.rounds)]
        median = lambda side, key: statistics.median(pair[side][key] for pair in pairs)
        ours, theirs = median(1, "per_second"), median(0, "per_second")
        errors = sum(result["errors"] for pair in pairs for result in pair)
        result = {
            "ours_per_second": ours, "theirs_per_second": theirs, "ratio": ours / theirs,
            "ours_cpu_us": median(1, "cpu_us"), "theirs_cpu_us": median(0, "cpu_us"),
            "cpu_ratio": median(0, "cpu_us") / max(median(1, "cpu_us"), 1e-9),
            "errors": errors, "rounds": pairs,
        }
        if errors:
            raise RuntimeError(f"{name}: {errors} requests failed")
        say(f"{name}: {ours:.0f}/s against {theirs:.0f}/s, ratio {ours / theirs:.2f}")
        return result


def quantiles(values):
    ordered = sorted(values)
    at = lambda part: ordered[min(int(part * len(ordered)), len(ordered) - 1)] / 1000
    return {f"p{int(part * 100)}": at(part) for part in (0.05, 0.25, 0.5, 0.75, 0.95)}


def overlap(one, other, bins=60):
    """Shared area of two histograms over the inner 98 % of both: 1 for the same distribution."""
    both = sorted([*one, *other])
    low, high = both[len(both) // 100], both[-len(both) // 100 - 1]
    width = max((high - low) / bins, 1)
    def histogram(values):
        inner = [min(max(int((value - low) / width), 0), bins - 1) for value in values]
        return [inner.count(place) / len(inner) for place in range(bins)]
    return sum(map(min, histogram(one), histogram(other)))


def refusals(times):
    unknown = times["unknown key"]
    half = len(unknown) // 2
    rows = {kind: {**quantiles(values), "overlap": overlap(unknown, values)} for kind, values in times.items()}
    # What chance alone makes of one kind: its first half against its second.
    rows["unknown key"]["overlap"] = overlap(unknown[:half], unknown[half:])
    return rows


def first_load(ui):
    """What the browser loads first of the released UI, compressed: all that index.html names, and one language."""
    page = (ui / "index.html").read_text()
    named = set(re.findall(r'"/(assets/[^"]+)"', page))
    catalogues = {path for path in named if "/locales/" in path}
    beside = {str(path.relative_to(ui)) for name in named if name.endswith("/boot.js")
              for path in (ui / name).parent.rglob("*.js")}
    size = lambda path: min((ui / name).stat().st_size for name in (path, path + ".br") if (ui / name).exists())
    largest = max(catalogues, key=size)
    sizes = {path: size(path) for path in {"index.html", *(named - catalogues), *beside, largest}}
    return dict(sorted(sizes.items(), key=lambda item: -item[1]))


def machine():
    cpu = next(line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line)
    memory = int(Path("/proc/meminfo").read_text().split()[1]) // 1024
    git = lambda *words: subprocess.run(["git", *words], cwd=ROOT, stdout=subprocess.PIPE, text=True).stdout.strip()
    return {"cpu": cpu, "cores": os.cpu_count(), "memory_mb": memory, "load_before": os.getloadavg()[0],
            "commit": git("rev-parse", "--short", "HEAD")}


def measure(bench, arguments):
    result = {"machine": machine(), "command": "make bench", "devices": arguments.customers * arguments.phones,
              "connections": CONNECTIONS, "workers": WORKERS}
    say(f"seeding {result['devices']} phones")
    bench.seed(arguments.customers, arguments.phones)
    server = bench.start()
    result["memory_start"] = server.memory()
    tagged = bench.folder / "tagged"
    bench.run_tool("tags", "--address", f"127.0.0.1:{server.port}", "--paths", bench.paths, "--out", tagged)
    length = int(tagged.read_text().split()[2])
    result["bytes"] = length
    nginx = bench.start_nginx(length)
    static = bench.folder / "nginx-paths"
    tag = bench.nginx_tag(nginx)
    static.write_text(f"/phone.cfg {tag}\n" * 2)
    plain = bench.folder / "nginx-plain"
    plain.write_text("/phone.cfg\n" * 2)
    result["kept"] = bench.in_turns("kept connections, 200", lambda: bench.kept(nginx, static, False),
                                    lambda: bench.kept(server, tagged, False))
    result["not_modified"] = bench.in_turns("kept connections, 304", lambda: bench.kept(nginx, static, True),
                                            lambda: bench.kept(server, tagged, True))
    result["handshake"] = bench.in_turns("new full handshake each, 200", lambda: bench.new(nginx, plain),
                                         lambda: bench.new(server, bench.paths))
    result["memory_after"] = server.memory()
    times = bench.run_tool("refusals", "--address", f"127.0.0.1:{server.port}", "--paths", bench.paths)
    result["refusals"] = refusals(json.loads(times))
    nginx.stop()
    server.stop()
    bench.listens = {name: free_port() for name in bench.listens}
    bench.environment.update({f"CORDBOARD_{n.upper()}_LISTEN": f"127.0.0.1:{p}" for n, p in bench.listens.items()})
    warm = bench.start()
    bench.run_tool("tags", "--address", f"127.0.0.1:{warm.port}", "--paths", bench.paths, "--out", tagged)
    others = {name: free_port() for name in bench.listens}
    more = {f"CORDBOARD_{n.upper()}_LISTEN": f"127.0.0.1:{p}" for n, p in others.items()}
    bench.listens["provisioning"] = others["provisioning"]
    cold = bench.start(CORDBOARD_RENDER_CACHE_BYTES="0", **more)
    result["cache"] = bench.in_turns("cache against none", lambda: bench.kept(cold, tagged, False),
                                     lambda: bench.kept(warm, tagged, False))
    cold.stop()
    warm.stop()
    result["first_load"] = first_load(arguments.ui)
    return result


def row(name, entry, wanted):
    return (f"| {name} | {entry['ours_per_second']:.0f} | {entry['theirs_per_second']:.0f} | **{entry['ratio']:.2f}** "
            f"| {wanted} | {entry['ours_cpu_us']:.0f} | {entry['theirs_cpu_us']:.0f} | {entry['errors']} |")


def markdown(result):
    m = result["machine"]
    lines = [
        f"# Load, {result['when']}", "",
        f"`{result['command']}` at commit {m['commit']} on {m['cores']} × {m['cpu']}, {m['memory_mb']} MB; "
        f"load before: {m['load_before']:.1f}. {result['devices']} phones in SQLite, files of {result['bytes']} bytes, "
        f"{result['workers']} workers each, {result['connections']} connections, client on the same machine, "
        "medians of turns.", "",
        "| fetch over TLS | ours/s | nginx/s | ratio | wanted | our CPU µs | nginx CPU µs | errors |",
        "|---|---|---|---|---|---|---|---|",
        row("kept connections, 200", result["kept"], "0.6"),
        row("kept connections, 304", result["not_modified"], "0.6"),
        row("new full handshake each (ECDSA P-256), 200", result["handshake"], "0.6"), "",
        f"With the render cache {result['cache']['ours_per_second']:.0f}/s, from the database every time "
        f"{result['cache']['theirs_per_second']:.0f}/s: the cache buys a factor of {result['cache']['ratio']:.1f}.", "",
        f"Resident memory: {result['memory_start']['VmRSS']:.0f} MB after start, "
        f"{result['memory_after']['VmRSS']:.0f} MB after the run (most: {result['memory_after']['VmHWM']:.0f} MB); "
        "wanted: under 120 MB plus the cache's bound of 64 MiB.", "",
        "Refusals in turn on one connection, µs from request to answer. Overlap is the area the histogram shares with "
        "that of an unknown key (for that one: of its two halves).", "",
        "| refusal | p5 | p25 | p50 | p75 | p95 | overlap |", "|---|---|---|---|---|---|---|",
    ]
    for kind, entry in result["refusals"].items():
        values = " | ".join(f"{entry[name]:.0f}" for name in ("p5", "p25", "p50", "p75", "p95"))
        lines.append(f"| {kind} | {values} | {entry['overlap']:.2f} |")
    total = sum(result["first_load"].values())
    lines += ["", f"The released web UI with one language, compressed: {total / 1000:.0f} kB (wanted: under 900 kB).", "",
              "| file | bytes |", "|---|---|"]
    lines += [f"| {name} | {size} |" for name, size in result["first_load"].items()]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--customers", type=int, default=10)
    parser.add_argument("--phones", type=int, default=1000)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--build", default="release", help="folder below target/")
    parser.add_argument("--ui", type=Path, default=ROOT / "target" / "ui-release", help="the released web UI")
    parser.add_argument("--out", type=Path, default=HERE / "results")
    arguments = parser.parse_args()
    bench = Bench(arguments)
    try:
        result = measure(bench, arguments)
    finally:
        bench.end()
    result["when"] = time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime())
    arguments.out.mkdir(parents=True, exist_ok=True)
    name = time.strftime("%Y-%m-%d-%H%M", time.gmtime()) + "-" + result["machine"]["commit"]
    (arguments.out / f"{name}.json").write_text(json.dumps(result, indent=1) + "\n")
    (arguments.out / f"{name}.md").write_text(markdown(result))
    print(markdown(result))


if __name__ == "__main__":
    main()
