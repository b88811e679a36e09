"""baresip as the SIP side of a phone: address and credentials exactly as the phone read them from its file."""

import json
import socket
import time

from . import tones
from .ports import free_ports
from .process import Process

PATIENCE = 20.0
CONFIG = """poll_method epoll
sip_listen 127.0.0.1:0
audio_player aubridge,p{control}
audio_source aufile,{folder}/tone.wav
audio_alert aubridge,a{control}
audio_txmode poll
module_path /usr/lib/baresip/modules
module g711.so
module aufile.so
module aubridge.so
module sndfile.so
module_tmp account.so
module_app menu.so
module_app ctrl_tcp.so
ctrl_tcp_listen 127.0.0.1:{control}
snd_path {folder}
"""


class Softphone:
    """A running baresip that plays a tone of `hertz` into its calls and writes down what it hears."""

    def __init__(self, folder, account, hertz, answers=False):
        folder.mkdir()
        self._folder, self._pending = folder, b""
        (control,) = free_ports(1)
        tones.write(folder / "tone.wav", hertz)
        (folder / "config").write_text(CONFIG.format(control=control, folder=folder))
        (folder / "contacts").write_text("")
        (folder / "accounts").write_text(_line(account, answers))
        self._process = Process(["baresip", "-f", folder], folder / "baresip.log")
        self._control = self._process.wait_until("the control port is open", lambda: _connect(control), PATIENCE)
        self._control.settimeout(0.2)

    def close(self):
        self._control.close()
        self._process.kill()

    def command(self, name, parameters=""):
        text = json.dumps({"command": name, "params": parameters}).encode()
        self._control.sendall(b"%d:%s," % (len(text), text))

    def event(self, kind, patience=PATIENCE):
        """Waits for an event such as `CALL_ESTABLISHED`; those before it are passed over."""
        for message in self._messages(patience):
            if message.get("event") and message.get("type") == kind:
                return message.get("param", "")
        raise AssertionError(f"no {kind} from baresip\n{self._process.output()[-3000:]}")

    def registers(self, patience=PATIENCE):
        """Whether its registration is accepted; False when it is refused. Asked for, because the event of a
        quick registration is over before anybody listens."""
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            self.command("reginfo")
            state = next((m["data"] for m in self._messages(1) if m.get("response")), "")
            if "OK" in state or "ERR" in state:
                return "OK" in state
        raise AssertionError(f"baresip says nothing of a registration\n{self._process.output()[-3000:]}")

    def dial(self, account, number):
        self.command("dial", f"sip:{number}@{account.domain}")

    def hang_up(self):
        self.command("hangup")

    def heard(self, patience=PATIENCE):
        """What it heard in its longest session; written down after the call is closed."""
        def longest():
            files = sorted(self._folder.glob("*-dec.wav"), key=lambda file: file.stat().st_size)
            return tones.read(files[-1]) if files else None

        return self._process.wait_until("the recording is there", longest, patience)

    def _messages(self, patience):
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            if (message := self._next()) is not None:
                yield message

    def _next(self):
        length, colon, rest = self._pending.partition(b":")
        if colon and len(rest) > int(length):
            self._pending = rest[int(length) + 1 :]
            return json.loads(rest[: int(length)])
        try:
            received = self._control.recv(65536)
        except TimeoutError:
            return None
        assert received, "baresip has ended"
        self._pending += received
        return None


def _line(account, answers):
    return (
        f'"{account.display_name}" <sip:{account.user}@{account.domain};transport={account.transport}>'
        f";auth_user={account.auth_user};auth_pass={account.password};regint=60"
        f';outbound="sip:{account.host}:{account.port};transport={account.transport}"'
        f";answermode={'auto' if answers else 'manual'};audio_codecs=PCMA\n"
    )


def _connect(port):
    try:
        return socket.create_connection(("127.0.0.1", port), timeout=1)
    except OSError:
        return None
