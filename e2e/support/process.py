"""A process of the product under test, with its log in a file."""

import pathlib
import signal
import subprocess
import time


class Process:
    """Started once, stopped by its own id; it ends with the test run even when that is killed.

    `environment` is the whole environment; without one the process gets that of the tests.
    """

    def __init__(self, arguments, log: pathlib.Path, environment=None):
        self.log = log
        self._offset = log.stat().st_size if log.exists() else 0
        with log.open("ab") as sink:
            self._child = subprocess.Popen(
                ["setpriv", "--pdeathsig", "KILL", "--", *map(str, arguments)],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=sink,
                start_new_session=True,
            )

    @property
    def pid(self):
        return self._child.pid

    def running(self):
        return self._child.poll() is None

    def output(self):
        """What this process wrote so far."""
        return self.log.read_bytes()[self._offset :].decode(errors="replace")

    def wait_until(self, what, condition, patience=30.0):
        """Polls `condition` and returns its first true value; fails with the log when the process ends first."""
        deadline = time.monotonic() + patience
        while not (value := condition()):
            if not self.running():
                raise AssertionError(f"ended with {self._child.returncode} before {what}:\n{self.output()}")
            if time.monotonic() > deadline:
                raise AssertionError(f"not {what} after {patience:.0f} s:\n{self.output()[-6000:]}")
            time.sleep(0.02)
        return value

    def signal(self, number):
        self._child.send_signal(number)

    def stop(self, patience=20.0):
        """Asks the process to end and demands that it does so cleanly."""
        if self.running():
            self.signal(signal.SIGTERM)
        try:
            code = self._child.wait(patience)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"did not end within {patience:.0f} s of SIGTERM:\n{self.output()[-6000:]}") from None
        assert code == 0, f"ended with {code}:\n{self.output()[-6000:]}"

    def kill(self):
        """What a power cut does."""
        self._child.kill()
        self._child.wait()
