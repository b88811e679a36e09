#!/usr/bin/env bash
# make check: what one wants to know every few minutes while writing.
# shellcheck source=need.sh
. "$(dirname "$0")/need.sh"

step "Format" cargo fmt --all --check
step "Lints" cargo clippy --workspace --all-targets -- -D warnings
step "Architecture" cargo xtask arrows
step "Unit tests" cargo test --quiet --workspace --lib --bins
