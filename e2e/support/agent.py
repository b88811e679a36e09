"""One `cordboard-agent` on a site."""

import subprocess

from . import paths
from .process import Process


class Agent:
    """Enrols over `server_url` and runs with SIP on ports of the kernel's choice."""

    def __init__(self, folder, server_url, authority):
        self.folder, self._server, self._authority, self.process = folder, server_url, authority, None

    def enrol(self, token):
        command = [paths.AGENT, "enrol", "--data-dir", self.folder, "--server", self._server]
        command += ["--token", token, "--ca", self._authority]
        done = subprocess.run(command, capture_output=True, text=True, timeout=30)
        assert done.returncode == 0, done.stdout + done.stderr

    def start(self):
        listen = ["--sip-udp", "127.0.0.1:0", "--sip-tcp", "127.0.0.1:0", "--advertise", "127.0.0.1"]
        self.process = Process(
            [paths.AGENT, "run", "--data-dir", self.folder, *listen], self.folder.parent / "agent.log"
        )

    def stop(self):
        self.process.stop()
