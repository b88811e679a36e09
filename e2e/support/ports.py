"""Ports that the kernel gave."""

import contextlib
import socket


def free_ports(count, kind=socket.SOCK_STREAM):
    """`count` different free loopback ports. All are held until the last one is known."""
    with contextlib.ExitStack() as stack:
        probes = [stack.enter_context(socket.socket(socket.AF_INET, kind)) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]
