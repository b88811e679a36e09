#!/usr/bin/env bash
# make proof: every simulation with many more seeds than `make test` has time for.
# shellcheck source=need.sh
. "$(dirname "$0")/need.sh"

export CORDBOARD_SEEDS=${CORDBOARD_SEEDS:-10000}
say "Every test, optimised, $CORDBOARD_SEEDS seeds for each simulation"
exec infra/dev/services.sh -- cargo test --release --workspace
