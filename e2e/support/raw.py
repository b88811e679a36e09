"""A request byte by byte, and the whole answer byte by byte."""

import socket
import ssl
import urllib.parse


def answer(base, path, authority, user_agent="Yealink SIP-T46U 108.86.0.20 80:5e:c0:11:22:33"):
    """The bytes a phone reads for a GET, without the one header that tells the time."""
    place = urllib.parse.urlsplit(base)
    trust = ssl.create_default_context(cafile=authority)
    request = f"GET {path} HTTP/1.1\r\nHost: {place.netloc}\r\nUser-Agent: {user_agent}\r\nConnection: close\r\n\r\n"
    with socket.create_connection((place.hostname, place.port), timeout=10) as plain:
        with trust.wrap_socket(plain, server_hostname=place.hostname) as wire:
            wire.sendall(request.encode())
            received = b""
            while chunk := wire.recv(65536):
                received += chunk
    lines = received.split(b"\r\n")
    return b"\r\n".join(line for line in lines if not line.lower().startswith(b"date:"))
