#!/usr/bin/env bash
# make run: from a fresh clone to a running demo. Ctrl-C ends it all.
# shellcheck source=need.sh
. "$(dirname "$0")/need.sh"

needs() {
    need_rust
    need_wasm
    install_missing
}

step "Looking for what this machine lacks" needs
step "Building the server and the agent (minutes the first time)" \
    cargo build --package cordboard-server --package cordboard-agent --bins
step "Building the web UI (minutes the first time)" cargo xtask web
say "Starting the demo; Ctrl-C stops it"
export CORDBOARD_UI_DIR=$root/dist CORDBOARD_AGENT_BIN=$root/target/debug/cordboard-agent
exec target/debug/cordboard demo
