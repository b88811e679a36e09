"""Codes of an authenticator app (RFC 6238: SHA-1, six digits, thirty seconds)."""

import base64
import hashlib
import hmac
import struct
import time

STEP = 30


class App:
    """An authenticator app with one account. Each code works once, so it waits for the next one where it must."""

    def __init__(self, secret):
        self._key = base64.b32decode(secret + "=" * (-len(secret) % 8))
        self._last = 0

    def code(self):
        step = int(time.time()) // STEP
        # The server also takes the step that comes next.
        step = max(step, self._last + 1)
        deadline = (step - 1) * STEP
        while time.time() < deadline:
            time.sleep(0.2)
        self._last = step
        digest = hmac.new(self._key, struct.pack(">Q", step), hashlib.sha1).digest()
        offset = digest[-1] & 15
        number = struct.unpack(">I", digest[offset : offset + 4])[0] & 0x7FFFFFFF
        return f"{number % 1_000_000:06}"
