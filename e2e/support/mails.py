"""Mails as files: the server's own without an SMTP server, those of the sink with one."""

import email
import email.policy
import os
import pathlib
import re
import time


class Mailbox:
    """Mails by who they are for."""

    def __init__(self, server):
        sink = os.environ.get("CORDBOARD_TEST_SMTP_DIR") if "CORDBOARD_SMTP_URL" in server.settings else None
        self._folder = pathlib.Path(sink) if sink else server.settings["CORDBOARD_DATA_DIR"] / "mail"

    def _to(self, address):
        mails = []
        for path in sorted(self._folder.glob("*.eml"), key=lambda path: path.stat().st_mtime_ns):
            mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            if address in str(mail["to"]):
                mails.append(mail)
        return mails

    def newest(self, address, than=0, patience=15.0):
        """The newest mail to an address, once there are more than so many."""
        deadline = time.monotonic() + patience
        while len(mails := self._to(address)) <= than:
            assert time.monotonic() < deadline, f"no mail to {address}"
            time.sleep(0.05)
        return mails[-1]

    def count(self, address):
        return len(self._to(address))

    @staticmethod
    def path(mail):
        """Where the mail's link leads: path and what stands behind the `#`."""
        return re.search(r"https?://[^/\s]+(/\S+)", mail.get_content())[1]
