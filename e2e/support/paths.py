"""Where the built product lies."""

import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARIES = pathlib.Path(os.environ.get("CORDBOARD_E2E_BINARIES", ROOT / "target" / "debug"))
CORDBOARD = BINARIES / "cordboard"
AGENT = BINARIES / "cordboard-agent"
UI = ROOT / "dist"
ARTIFACTS = ROOT / "e2e" / "artifacts"
