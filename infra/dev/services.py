"""Runs a command beside services of its own: Postgres, Redis, an S3 server and a mail sink.

Everything listens on loopback at ports the kernel gave, keeps its files in one temporary folder, and ends with the
command, with Ctrl-C, and with this process however it ends. The command finds them in CORDBOARD_TEST_*;
with CORDBOARD_TEST_REQUIRE_SERVICES=1 a test that misses one fails instead of leaving it out.
"""

import asyncio
import contextlib
import logging
import os
import pathlib
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

PATIENCE_S = 30
GRACE_S = 10


def main(command):
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="cordboard-services-")))
        folder.chmod(0o711)
        environment = dict(os.environ) | {"CORDBOARD_TEST_REQUIRE_SERVICES": "1"}
        for service in (postgres, redis, s3, mail):
            environment |= stack.enter_context(service(folder))
        child = stack.enter_context(ended(subprocess.Popen(bound(command, "TERM"), env=environment)))
        return wait(child)


def wait(child):
    """The command's exit code. Ctrl-C in a terminal reaches the command too, so it gets time to end by itself."""
    try:
        code = child.wait()
        return code if code >= 0 else 128 - code
    except KeyboardInterrupt:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(GRACE_S)
        return 130


@contextlib.contextmanager
def ended(process, how=signal.SIGTERM):
    """Ends the process when the block is left, with force when it does not listen."""
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(how)
            try:
                process.wait(PATIENCE_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def started(arguments, log, how, run_as=()):
    """A process in a session of its own: Ctrl-C must not end it before the command that uses it."""
    # A change of user drops what the kernel was asked to do at our end, so that is asked after it.
    arguments = [*run_as, *bound(arguments, how.name.removeprefix("SIG"))]
    return subprocess.Popen(
        arguments, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, cwd="/"
    )


def bound(arguments, how):
    """The same command, told by the kernel when we are gone."""
    return ["setpriv", "--pdeathsig", how, "--", *arguments]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ready(what, process, log_path, probe):
    """Polls until the probe answers; a process that ended, or that is not there in time, fails with its log."""
    deadline = time.monotonic() + PATIENCE_S
    while not probe():
        if process.poll() is not None or time.monotonic() > deadline:
            sys.exit(f"{what} did not start:\n{log_path.read_text(errors='replace')}")
        time.sleep(0.02)


@contextlib.contextmanager
def postgres(folder):
    """A cluster of one database `cordboard`, owned by a role that is no superuser: row-level security holds for it."""
    user = postgres_user()
    binaries = postgres_binaries()
    data, sockets, log_path = folder / "postgres", folder / "postgres-socket", folder / "postgres.log"
    for path in (data, sockets):
        path.mkdir(mode=0o700)
        shutil.chown(path, user)
    run_as = as_user(user)
    initdb = [binaries / "initdb", "-D", data, "-U", user, "--auth-local=peer", "--auth-host=scram-sha-256"]
    initdb += ["-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    subprocess.run([*run_as, *initdb], check=True, stdout=subprocess.DEVNULL, cwd="/")
    port, password = free_port(), secrets.token_hex(16)
    settings = {
        "listen_addresses": "127.0.0.1", "port": port, "unix_socket_directories": sockets,
        "fsync": "off", "autovacuum": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": 300,
    }
    server = [binaries / "postgres", "-D", data, *(f"--{name}={value}" for name, value in settings.items())]
    with log_path.open("w") as log:
        process = started(server, log, signal.SIGINT, run_as)
    with ended(process, signal.SIGINT):
        psql = [*run_as, binaries / "psql", "-h", sockets, "-p", str(port), "-d", "postgres", "-q"]
        probe = [*psql, "-c", "select 1"]
        ready("Postgres", process, log_path, lambda: quiet(probe))
        for statement in (
            f"create role cordboard login createdb nosuperuser nobypassrls password '{password}'",
            "create database cordboard owner cordboard",
        ):
            subprocess.run([*psql, "-c", statement], check=True, cwd="/")
        yield {"CORDBOARD_TEST_POSTGRES_URL": f"postgres://cordboard:{password}@127.0.0.1:{port}/cordboard"}


def postgres_user():
    """Postgres refuses to run as root."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid()).pw_name
    with contextlib.suppress(KeyError):
        return pwd.getpwnam("postgres").pw_name
    return "nobody"


def as_user(user):
    if os.geteuid() != 0:
        return []
    entry = pwd.getpwnam(user)
    return ["setpriv", f"--reuid={entry.pw_uid}", f"--regid={entry.pw_gid}", "--clear-groups"]


def postgres_binaries():
    newest = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    found = newest[-1] if newest else shutil.which("initdb")
    return pathlib.Path(found or sys.exit("Postgres is not installed (Debian: postgresql-15)")).resolve().parent


def quiet(arguments):
    silent = subprocess.DEVNULL
    return subprocess.run(arguments, stdout=silent, stderr=silent, cwd="/").returncode == 0


@contextlib.contextmanager
def redis(folder):
    data, log_path, port = folder / "redis", folder / "redis.log", free_port()
    data.mkdir(mode=0o700)
    arguments = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(data)]
    with log_path.open("w") as log:
        process = started(arguments, log, signal.SIGTERM)
    with ended(process):
        ready("Redis", process, log_path, lambda: quiet(["redis-cli", "-p", str(port), "ping"]))
        yield {"CORDBOARD_TEST_REDIS_URL": f"redis://127.0.0.1:{port}/"}


@contextlib.contextmanager
def s3(_folder):
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        access = {"aws_access_key_id": "cordboard", "aws_secret_access_key": secrets.token_hex(16)}
        endpoint = f"http://{host}:{port}"
        boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1", **access).create_bucket(Bucket="cordboard")
        yield {
            "CORDBOARD_TEST_S3_ENDPOINT": endpoint,
            "CORDBOARD_TEST_S3_REGION": "us-east-1",
            "CORDBOARD_TEST_S3_BUCKET": "cordboard",
            "CORDBOARD_TEST_S3_ACCESS_KEY": access["aws_access_key_id"],
            "CORDBOARD_TEST_S3_SECRET_KEY": access["aws_secret_access_key"],
        }
    finally:
        server.stop()


@contextlib.contextmanager
def mail(folder):
    """Every mail becomes one `.eml` in a folder, named by its order, there whole or not at all."""
    from aiosmtpd.smtp import SMTP

    inbox = folder / "mail"
    inbox.mkdir(mode=0o755)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    listening = loop.create_server(lambda: SMTP(Sink(inbox), hostname="localhost"), "127.0.0.1", 0)
    server = asyncio.run_coroutine_threadsafe(listening, loop).result(PATIENCE_S)
    try:
        port = server.sockets[0].getsockname()[1]
        yield {"CORDBOARD_TEST_SMTP_URL": f"smtp://127.0.0.1:{port}", "CORDBOARD_TEST_SMTP_DIR": str(inbox)}
    finally:
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(PATIENCE_S)


class Sink:
    """Keeps what it is given."""

    def __init__(self, inbox):
        self.inbox = inbox

    async def handle_DATA(self, _server, _session, envelope):
        unfinished = self.inbox / f".{secrets.token_hex(8)}"
        unfinished.write_bytes(envelope.content)
        unfinished.rename(self.inbox / f"{time.time_ns()}.eml")
        return "250 OK"


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
