"""A certificate authority that lives as long as the test run."""

import dataclasses
import pathlib

import trustme


@dataclasses.dataclass(frozen=True)
class Certificates:
    """PEM files: the authority, and a chain with its key for loopback."""

    authority: pathlib.Path
    chain: pathlib.Path
    key: pathlib.Path


def issue(folder: pathlib.Path) -> Certificates:
    authority = trustme.CA()
    leaf = authority.issue_cert("localhost", "127.0.0.1")
    files = Certificates(folder / "ca.pem", folder / "server.pem", folder / "server.key")
    authority.cert_pem.write_to_path(files.authority)
    for blob in leaf.cert_chain_pems:
        blob.write_to_path(files.chain, append=True)
    leaf.private_key_pem.write_to_path(files.key)
    files.key.chmod(0o600)
    return files
