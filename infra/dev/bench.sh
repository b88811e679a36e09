#!/usr/bin/env bash
# make bench: configuration fetches beside nginx on this machine; results go to e2e/load/results.
# shellcheck source=need.sh
. "$(dirname "$0")/need.sh"

needs() {
    need_rust
    need_wasm
    need_python
    need /usr/sbin/nginx "fetches are measured beside nginx" nginx-light
    need wrk "wrk asks over kept connections" wrk
    install_missing
}

step "Looking for what this machine lacks" needs
step "Building the web UI as it is shipped" cargo xtask web --release --out target/ui-release
step "Building the server and its load tool, optimised (minutes)" \
    cargo build --release --package cordboard-server --bin cordboard --example bench
say "Measuring (about five minutes)"
exec python3 e2e/load/bench.py "$@"
