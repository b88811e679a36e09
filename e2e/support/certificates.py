"""A certificate authority that lives as long as the test run."""

import dataclasses
import pathlib

import trustme

KINDS = {"ecdsa": trustme.KeyType.ECDSA, "rsa": trustme.KeyType.RSA}


@dataclasses.dataclass(frozen=True)
class Certificates:
    """PEM files: the authority, and loopback's chains with their keys, ECDSA first."""

    authority: pathlib.Path
    chains: tuple[pathlib.Path, ...]
    keys: tuple[pathlib.Path, ...]


def issue(folder: pathlib.Path) -> Certificates:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "ca.pem")
    for name, kind in KINDS.items():
        leaf = authority.issue_cert("localhost", "127.0.0.1", key_type=kind)
        for blob in leaf.cert_chain_pems:
            blob.write_to_path(folder / f"{name}.pem", append=True)
        leaf.private_key_pem.write_to_path(folder / f"{name}.key")
        (folder / f"{name}.key").chmod(0o600)
    chains = tuple(folder / f"{name}.pem" for name in KINDS)
    return Certificates(folder / "ca.pem", chains, tuple(folder / f"{name}.key" for name in KINDS))
