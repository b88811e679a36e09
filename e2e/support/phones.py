"""Factory-fresh phones of three makers: they know their MAC and their maker's redirect service, nothing else."""

import dataclasses
import ssl
import urllib.error
import urllib.request
import xml.etree.ElementTree as ElementTree

from . import account


@dataclasses.dataclass
class Answer:
    """An answer over HTTP, refused or not."""

    status: int
    headers: dict
    text: str


class Phone:
    """What the three have in common. `provisioned_from` is the URL it keeps for its next start."""

    user_agent: str

    def __init__(self, mac, redirect, authority):
        self.mac, self.redirect = mac, redirect
        self._trust = ssl.create_default_context(cafile=authority)
        self.provisioned_from = None

    def get(self, url, *handlers):
        """One request, redirects not followed."""
        request = urllib.request.Request(url, headers={"User-Agent": self.user_agent})
        secure = urllib.request.HTTPSHandler(context=self._trust)
        opener = urllib.request.build_opener(secure, _KeepRedirects, *handlers)
        try:
            answer = opener.open(request, timeout=15)
        except urllib.error.HTTPError as refusal:
            answer = refusal
        with answer:
            return Answer(answer.status, dict(answer.headers), answer.read().decode())

    def first_contact(self):
        """Asks the redirect service and loads what it is sent to; False when it is sent nowhere."""
        url = self.ask()
        return url is not None and self.load(url)

    def start(self):
        """What it does whenever it is switched on later: loads from where it was told to."""
        return self.load(self.provisioned_from)


class Yealink(Phone):
    """T4x: asks with its MAC in pairs, appends its file names to the URL it is given."""

    def __init__(self, mac, redirect, authority):
        super().__init__(mac, redirect, authority)
        pairs = [mac[place : place + 2].lower() for place in range(0, 12, 2)]
        self._dashed = "-".join(pairs)
        self.user_agent = f"Yealink SIP-T46U 108.86.0.20 {':'.join(pairs)}"

    def ask(self):
        answer = self.get(f"{self.redirect}/service.do?method=redirect&mac={self._dashed}")
        return answer.headers.get("Location") if answer.status == 302 else None

    def load(self, url):
        name = self.mac.lower()
        boot = self.get(f"{url}{name}.boot")
        assert boot.status == 404, "a boot file that is not there is normal"
        common = self.get(f"{url}y000000000108.cfg")
        assert common.status in (200, 404)
        own = self.get(f"{url}{name}.cfg")
        if own.status != 200:
            return False
        self.text, self.etag = own.text, own.headers["etag"]
        self.account = account.yealink(own.text)
        self.provisioned_from = self.account.provisioning_url
        return True


class Snom(Phone):
    """D7xx: gets a settings document that names its setting server, and fetches exactly that URL."""

    def __init__(self, mac, redirect, authority):
        super().__init__(mac, redirect, authority)
        self.user_agent = f"Mozilla/4.0 (compatible; snomD735-SIP 10.1.159.12 1.1.3-s {mac})"

    def ask(self):
        answer = self.get(f"{self.redirect}/snomD735/snomD735.php?mac={self.mac}")
        assert answer.status == 200
        server = ElementTree.fromstring(answer.text.encode()).find("phone-settings/setting_server")
        return None if server is None else server.text

    def load(self, url):
        own = self.get(url.replace("{mac}", self.mac).replace("{model}", "D735"))
        if own.status != 200:
            return False
        self.text, self.etag = own.text, own.headers["etag"]
        self.account = account.snom(own.text)
        self.provisioned_from = self.account.provisioning_url
        return True


class Gigaset(Phone):
    """N670: shows its label password to the redirect service, then fetches its own file."""

    def __init__(self, mac, redirect, authority, label, handset="00001"):
        super().__init__(mac, redirect, authority)
        self.label, self._handset = label, handset
        self.user_agent = f"Gigaset N670 IP PRO/83.V2.39.0+build.a546b91;{mac}"

    def ask(self):
        path = f"{self.redirect}/device/{self.mac}.xml"
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, path, self.mac, self.label)
        answer = self.get(path, urllib.request.HTTPDigestAuthHandler(passwords))
        return answer.headers.get("Location") if answer.status == 302 else None

    def load(self, url):
        own = self.get(url.replace("%MACD", self.mac))
        if own.status != 200:
            return False
        self.text, self.etag = own.text, own.headers["etag"]
        self.account = account.gigaset(own.text, self._handset)
        self.provisioned_from = self.account.provisioning_url
        return True


class _KeepRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None
