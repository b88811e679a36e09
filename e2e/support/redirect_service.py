"""A maker's redirect service, as the makers' phones know it.

It answers each maker's own request form for a MAC only. Where a MAC is to go it asks Cordboard, signing its
question (RFC 9421 with Ed25519, RFC 9530); what it may tell a phone it tells in that maker's own words. The forms
and how sure we are of them: `backend/catalogue/models/<vendor>/<family>/limitations.md`.
"""

import base64
import hashlib
import http.server
import json
import secrets
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import xml.sax.saxutils

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from . import digest

LOOKUP = "/api/v1/redirect-lookups"
EMPTY_SNOM = '<?xml version="1.0" encoding="utf-8"?><settings><phone-settings/></settings>'
SNOM = (
    '<?xml version="1.0" encoding="utf-8"?><settings><phone-settings>'
    '<setting_server perm="RW">{url}</setting_server></phone-settings></settings>'
)


class RedirectService:
    """Listens on loopback; `address` is where phones find it. `labels` holds the passwords on devices' labels by MAC,
    as their maker knows them."""

    def __init__(self, cordboard):
        self._cordboard, self._key, self.key_id = cordboard, Ed25519PrivateKey.generate(), None
        self.labels = {}
        handler = type("Handler", (_Handler,), {"service": self})
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    def close(self):
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def public_key(self):
        """As an operator types it: standard base64."""
        return base64.b64encode(self._key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()

    def look_up(self, mac, source_ip=None, key_id=None):
        """Status and answer of Cordboard's lookup."""
        question = {"mac": mac} | ({"source_ip": source_ip} if source_ip else {})
        body = json.dumps(question).encode()
        request = urllib.request.Request(
            self._cordboard + LOOKUP, body, self._signed(body, key_id or self.key_id), method="POST"
        )
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refusal:
            return refusal.code, json.load(refusal)

    def where(self, mac, source_ip):
        """The first-access URL of an armed device, else nothing."""
        status, answer = self.look_up(mac, source_ip)
        return answer["url"] if status == 200 else None

    def _signed(self, body, key_id):
        digest = f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"
        parameters = (
            f'("@method" "@path" "content-digest");created={int(time.time())};keyid="{key_id}"'
            f';alg="ed25519";nonce="{secrets.token_urlsafe(16)}"'
        )
        lines = ['"@method": POST', f'"@path": {LOOKUP}', f'"content-digest": {digest}']
        base = "\n".join([*lines, f'"@signature-params": {parameters}'])
        signature = base64.b64encode(self._key.sign(base.encode())).decode()
        return {
            "content-type": "application/json",
            "content-digest": digest,
            "signature-input": f"sig={parameters}",
            "signature": f"sig=:{signature}:",
        }


class _Handler(http.server.BaseHTTPRequestHandler):
    service: RedirectService

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        query = urllib.parse.parse_qs(url.query)
        if url.path == "/service.do" and query.get("method") == ["redirect"]:
            self._redirect(query["mac"][0])
        elif url.path.startswith("/snom") and url.path.endswith(".php"):
            self._snom(query["mac"][0])
        elif url.path.startswith("/device/") and url.path.endswith(".xml"):
            self._gigaset(url.path.removeprefix("/device/").removesuffix(".xml"))
        else:
            self.send_error(404)

    def _redirect(self, mac):
        """Yealink and Gigaset: a redirect to the URL, or a 404."""
        url = self.service.where(mac, self.client_address[0])
        self.send_response(302 if url else 404)
        if url:
            self.send_header("Location", url)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _gigaset(self, mac):
        """Gigaset asks the device for the password on its label before it says anything."""
        shown, label = self.headers.get("Authorization", ""), self.service.labels.get(mac)
        if label and digest.proves(shown, "GET", mac, label):
            self._redirect(mac)
            return
        self.send_response(401)
        self.send_header("WWW-Authenticate", digest.challenge())
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _snom(self, mac):
        """Snom: a settings document with or without a setting."""
        url = self.service.where(mac, self.client_address[0])
        text = SNOM.format(url=xml.sax.saxutils.escape(url)) if url else EMPTY_SNOM
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/xml; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """The tests say what they saw."""
