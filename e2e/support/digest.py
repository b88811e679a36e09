"""HTTP Digest (RFC 7616 with MD5 and qop `auth`) as the side that asks for it."""

import hashlib
import secrets
import urllib.request

REALM = "redirect"


def challenge():
    """The value of `WWW-Authenticate`."""
    return f'Digest realm="{REALM}", nonce="{secrets.token_hex(16)}", qop="auth", algorithm=MD5'


def proves(authorization, method, user, password):
    """Whether an `Authorization` header shows that its sender knows the password of this user."""
    scheme, _, parameters = authorization.partition(" ")
    if scheme != "Digest":
        return False
    given = urllib.request.parse_keqv_list(urllib.request.parse_http_list(parameters))
    secret = _md5(f"{user}:{REALM}:{password}")
    request = _md5(f"{method}:{given.get('uri')}")
    parts = [secret, *(given.get(name, "") for name in ("nonce", "nc", "cnonce", "qop")), request]
    return given.get("username") == user and given.get("response") == _md5(":".join(parts))


def _md5(text):
    return hashlib.md5(text.encode()).hexdigest()
