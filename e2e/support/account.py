"""A SIP account as a phone reads it out of its file, by parsers that share nothing with the renderer."""

import dataclasses
import re
import xml.etree.ElementTree as ElementTree


@dataclasses.dataclass(frozen=True)
class Account:
    """What a phone needs to register, and where it loads its configuration from the next time."""

    user: str
    auth_user: str
    password: str
    domain: str
    host: str
    port: int
    transport: str
    display_name: str
    expiry: int
    provisioning_url: str


def yealink(text: str) -> Account:
    """`key = value` lines under a version line; the last of a repeated key counts."""
    lines = text.splitlines()
    assert lines[0] == "#!version:1.0.0.1", lines[0]
    values = {}
    for line in lines[1:]:
        if line.strip() and not line.startswith("#"):
            key, value = line.split("=", 1)
            values[key.strip()] = value.strip()
    server, proxy = "account.1.sip_server.1.", "account.1.outbound_proxy.1."
    via = proxy if values.get("account.1.outbound_proxy_enable") == "1" else server
    return Account(
        user=values["account.1.user_name"],
        auth_user=values["account.1.auth_name"],
        password=values["account.1.password"],
        domain=values[f"{server}address"],
        host=values[f"{via}address"],
        port=int(values[f"{via}port"]),
        transport={"0": "udp", "1": "tcp", "2": "tls"}[values[f"{server}transport_type"]],
        display_name=values["account.1.display_name"],
        expiry=int(values[f"{server}expires"]),
        provisioning_url=values["static.auto_provision.server.url"],
    )


def snom(text: str) -> Account:
    """One element a setting, `idx` for the account."""
    settings = ElementTree.fromstring(text.encode()).find("phone-settings")
    value = {setting.tag: setting.text or "" for setting in settings if setting.get("idx", "1") == "1"}
    host, port, transport = re.fullmatch(
        r"([^:;]+):(\d+);transport=(\w+)", value["user_outbound"]
    ).groups()
    return Account(
        user=value["user_name"],
        auth_user=value["user_pname"],
        password=value["user_pass"],
        domain=value["user_host"],
        host=host,
        port=int(port),
        transport=transport,
        display_name=value["user_realname"],
        expiry=int(value["user_expiry"]),
        provisioning_url=value["setting_server"],
    )


def gigaset(text: str, handset: str) -> Account:
    """`param` elements with names; a handset's account points at a provider profile."""
    values = {param.get("name"): param.get("value") for param in ElementTree.fromstring(text.encode()).iter("param")}
    account = f"SipAccount.{handset}."
    provider = f"SipProvider.{values[account + 'ProviderId']}."
    return Account(
        user=values[account + "UserName"],
        auth_user=values[account + "AuthName"],
        password=values[account + "AuthPassword"],
        domain=values[provider + "Domain"],
        host=values[provider + "RegServerAddress"],
        port=int(values[provider + "RegServerPort"]),
        transport={"1": "udp", "2": "tcp", "3": "tls"}[values[provider + "TransportProtocol"]],
        display_name=values[account + "DisplayName"],
        expiry=int(values[provider + "RegServerRefreshTimer"]),
        provisioning_url=values["Provisioning.global.ProvisioningServer"],
    )
