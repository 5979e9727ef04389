# Two commands for everyone: `make site` and `make test`. Both set up .venv first; only Python 3.11+, git and make are needed.
# How .venv is set up stands in tools/setup.py alone; without make, `python tools/setup.py site` and `… test` do the same.
PYTHON ?= python3
SETUP := $(PYTHON) tools/setup.py
VENV := .venv
BIN := $(VENV)/bin
FUZZED := reader document forms imports diff
# How long each reader is fuzzed, and which of the changes are tried: every one. A sample tries the same input every time.
SECONDS := 600
FUZZ := -max_total_time=$(SECONDS)
EVERY := 1

.PHONY: site test install dev measuring lint docs try bench mutation fuzz deep sample dist runtime vscode lock clean

site test install dev measuring: ## see tools/setup.py
	@$(SETUP) $@

lint: install
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

docs: install ## build the manual in build/docs/: the pages of docs/, and those of commands, rules and files
	@$(BIN)/python tools/docs_build.py

try: install ## set up and build in fresh folders, with the oldest and the newest Python and pip
	@$(BIN)/python tools/try_setup.py

bench: measuring ## time planlint beside its peers, in one run, and print one table
	@$(BIN)/python tools/benchmarks/run.py

mutation: measuring ## change one thing at a time in rules, register and reader: does a test notice?
	@cd tests && PYTHONPATH=.. ../$(BIN)/python ../tools/mutation/run.py --every $(EVERY)

fuzz: measuring ## ten minutes of hostile input for each reader
	@for name in $(FUZZED); do \
		$(BIN)/python tools/fuzz/run.py $$name .fuzz/$$name $(FUZZ) -rss_limit_mb=1024 -timeout=20 || exit 1; done

deep: measuring ## what takes longer than anybody waits for: every set-up, thousands of changes to plans, how time grows, 500 kills, all fuzzers, all mutations (hours)
	@$(BIN)/python tools/try_setup.py --all
	@$(BIN)/python tools/plan_mutants/run.py
	@$(BIN)/python tools/plan_mutants/pairs.py
	@$(BIN)/python tools/growth/run.py
	@$(BIN)/python tools/runtime/run.py && PLANLINT_DEEP=1 $(BIN)/pytest -q tests/browser
	@cd tests && PLANLINT_DEEP=20000 ../$(BIN)/pytest -q edit/test_unntak_follow.py fixes/test_no_new_error.py promises/test_lier_anew.py \
		rules/test_who_looks.py change/test_consequences.py site/test_browser.py
	@$(BIN)/python tools/kills/run.py --kills 500
	@$(MAKE) fuzz mutation

sample: measuring ## what CI has time for of `make deep`: 20 kills and some hostile input; and the largest lock
	@$(BIN)/python tools/check_lock.py maaling
	@$(BIN)/python tools/kills/run.py --kills 20
	@$(MAKE) fuzz FUZZ='-seed=1 -runs=1500'

dist: measuring ## wheel and sdist, the same bytes for the same commit, and a list of what they are made with (SBOM)
	@SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/python -m hatchling build --directory dist
	@$(BIN)/python tools/sbom.py dist/planlint.cdx.json

runtime: install ## what lets the site's form judge as one types: build/runtime, and a wheel of it; needs npm
	@$(BIN)/python tools/runtime/run.py

vscode: ## the extension for VS Code, editors/vscode/planlint.vsix; needs npm
	@cd editors/vscode && npm ci --silent && npm rebuild --silent --ignore-scripts=false esbuild && npm run --silent pack

lock: ## name the newest versions with their hashes, and the Pyodide that goes with them; then install, check the locks and run the tests
	@sh requirements/lock
	@$(BIN)/python tools/runtime/lock.py

clean:
	@rm -rf $(VENV) site build dist .fuzz .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis
