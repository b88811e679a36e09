#!/usr/bin/env bash
# make test: everything CI checks, on this machine, beside nothing but what it started itself.
# shellcheck source=need.sh
. "$(dirname "$0")/need.sh"

needs() {
    need_rust
    need_wasm
    need_services
    need_peers
    install_missing
    need_venv
}

lint_for_wasm() {
    if ! rustup_has_wasm; then
        note "skipped: clippy needs rustup's wasm target, and this machine has Debian's compiler"
        return 0
    fi
    cargo clippy --package cordboard-frontend --target wasm32-unknown-unknown --profile wasm-dev \
        --target-dir target/wasm -- -D warnings
}

tests() {
    if cargo nextest --version >/dev/null 2>&1; then
        infra/dev/services.sh cargo nextest run --workspace
    else
        infra/dev/services.sh cargo test --workspace --lib --bins --tests
    fi
}

# same <file> <arguments of cordboard…>: the contract in the tree is the one the binary speaks.
same() {
    local file=$1
    shift
    target/debug/cordboard "$@" | diff -u "$file" - ||
        fail "$file is not what the code says: run 'target/debug/cordboard $* > $file' and commit it"
}

contracts() {
    same openapi/api/openapi.json openapi
    same openapi/agent/agent.json openapi --agent
}

end_to_end() {
    CORDBOARD_E2E_DATABASE=${CORDBOARD_E2E_DATABASE:-sqlite,postgres} \
        infra/dev/services.sh "$venv/bin/python" -m pytest e2e
}

step "Looking for what this machine lacks" needs
step "Format" cargo fmt --all --check
step "Lints" cargo clippy --workspace --all-targets -- -D warnings
step "Lints of the web UI for wasm" lint_for_wasm
step "Build" cargo build --workspace --all-targets
step "Architecture" target/debug/xtask arrows
step "Web UI" target/debug/xtask web
step "Unit, store and service tests" tests
step "Documentation tests" cargo test --quiet --workspace --doc
step "Contracts" contracts
# The last one without its seconds: the closing lines are the test runner's own.
say "End to end (everything before it took $SECONDS s)"
end_to_end || fail "End to end: failed"
