"""One `cordboard serve`, as an operator would run it."""

import contextlib
import os
import subprocess
import urllib.error
import urllib.request

from . import paths
from .ports import free_ports
from .process import Process


class Server:
    """A server with its own folder, database, keys and ports. Addresses stay the same over restarts."""

    def __init__(self, folder, database_settings, certificates, extra=None):
        web, provisioning, agents, metrics = free_ports(4)
        self.folder = folder
        self.certificates = certificates
        self.web = f"http://127.0.0.1:{web}"
        self.provisioning = f"https://127.0.0.1:{provisioning}"
        self.agents = f"https://127.0.0.1:{agents}"
        self.metrics = f"http://127.0.0.1:{metrics}"
        self.log = folder / "server.log"
        self.settings = {
            "CORDBOARD_DATA_DIR": folder / "data",
            "CORDBOARD_WEB_LISTEN": f"127.0.0.1:{web}",
            "CORDBOARD_PROVISIONING_LISTEN": f"127.0.0.1:{provisioning}",
            "CORDBOARD_AGENTS_LISTEN": f"127.0.0.1:{agents}",
            "CORDBOARD_METRICS_LISTEN": f"127.0.0.1:{metrics}",
            "CORDBOARD_PUBLIC_URL": self.web,
            "CORDBOARD_PROVISIONING_URL": self.provisioning,
            "CORDBOARD_AGENTS_URL": self.agents,
            "CORDBOARD_UI_DIR": paths.UI,
            "CORDBOARD_MASTER_KEY_FILE": folder / "master-keys.json",
            "CORDBOARD_TLS_CERT_FILES": ",".join(map(str, certificates.chains)),
            "CORDBOARD_TLS_KEY_FILES": ",".join(map(str, certificates.keys)),
            "CORDBOARD_LOG": "info",
            **database_settings,
            **(extra or {}),
        }
        self.process = None

    def prepare(self):
        """What an operator does once: a folder, the master key, the schema."""
        self.settings["CORDBOARD_DATA_DIR"].mkdir(exist_ok=True)
        self.command("keys", "init")
        self.command("migrate")

    def create_person(self, email, password, *role):
        self.command("admin", "create", "--email", email, "--password-stdin", *role, text=password)

    def start(self):
        self.process = Process([paths.CORDBOARD, "serve"], self.log, self._environment())
        self.process.wait_until("ready", self.is_ready)

    def stop(self):
        self.process.stop()

    def is_ready(self):
        with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
            with urllib.request.urlopen(f"{self.web}/readyz", timeout=2) as answer:
                return answer.status == 200
        return False

    def command(self, *arguments, text=""):
        """Runs another command of the binary with this server's settings and returns what it printed."""
        done = subprocess.run(
            [paths.CORDBOARD, *arguments], input=text, env=self._environment(), capture_output=True, text=True
        )
        assert done.returncode == 0, f"cordboard {' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stdout

    def _environment(self):
        """Nothing of the caller's own CORDBOARD_ settings leaks in."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("CORDBOARD_")}
        return inherited | {name: str(value) for name, value in self.settings.items()}
