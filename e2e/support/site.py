"""A customer's site as the tests build it: people in the console, an agent, phones on the desks."""

import dataclasses
import time

from .agent import Agent
from .console import Console
from .redirect_service import RedirectService
from .wire import Wire


@dataclasses.dataclass
class Site:
    """Everything a test of the main job works with."""

    console: Console
    customer: str
    agent: Agent
    wire: Wire
    redirect: RedirectService
    devices: dict

    def api(self, path):
        """An answer of the API under the customer, with the operator's session."""
        answer = self.console.page.request.get(f"/api/v1/customers/{self.customer}{path}")
        assert answer.ok, answer.text()
        return answer.json()

    def device(self, name):
        return self.api(f"/devices/{self.devices[name]}")

    def wait_until(self, what, condition, patience=20.0):
        """Polls until the server has written down what it answered a moment ago."""
        deadline = time.monotonic() + patience
        while not condition():
            assert time.monotonic() < deadline, f"not {what} after {patience:.0f} s"
            time.sleep(0.05)

    def calls(self):
        return self.api("/calls")["items"]
