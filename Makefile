.DEFAULT_GOAL := help
.PHONY: run test check bench proof help

run: ## Install what is missing, build, start the demo at http://127.0.0.1:8080
	@infra/dev/run.sh

test: ## Everything CI checks: format, lints, arrows, unit, store and end-to-end tests
	@infra/dev/test.sh

check: ## The quick loop while writing: format, lints, arrows, unit tests
	@infra/dev/check.sh

bench: ## Every speed beside a named ceiling, as ratios; results in e2e/load/results
	@infra/dev/bench.sh

proof: ## The long proofs: 10 000 seeds for every simulation, optimised
	@infra/dev/proof.sh

help: ## This list
	@sed -n 's/^\([a-z]*\): ## /\1\t/p' Makefile
