#!/usr/bin/env bash
# make bench: each speed beside a named ceiling on this machine; results go to e2e/load/results.
# shellcheck source=need.sh
. "$(dirname "$0")/need.sh"

needs() {
    need_rust
    need_wasm
    need_services
    need /usr/sbin/nginx "fetches are measured beside nginx" nginx-light
    need wrk "wrk asks over kept connections" wrk
    install_missing
    need_venv
}

# beside <script>: on SQLite, then on the Postgres of services.sh.
beside() {
    "$venv/bin/python" "$1"
    infra/dev/services.sh bash -c '"$0" "$1" --postgres "$CORDBOARD_TEST_POSTGRES_URL"' "$venv/bin/python" "$1"
}

step "Looking for what this machine lacks" needs
step "Building the web UI as it is shipped" cargo xtask web --release --out target/ui-release
step "Building the server and its load tool, optimised (minutes)" \
    cargo build --release --package cordboard-server --bin cordboard --example bench
step "Fetches beside nginx (about five minutes)" python3 e2e/load/bench.py "$@"
step "Lists with a thousand customers beside one (minutes to fill)" beside e2e/load/lists.py
CORDBOARD_UI_DIR=$root/target/ui-release \
    step "A table of 100 rows in the browser" "$venv/bin/python" e2e/load/table.py
step "An import beside a plain insert, a sign-in beside its key derivation" beside e2e/load/imports.py
