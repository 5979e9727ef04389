# Two commands for everyone: `make site` and `make test`. Both set up .venv first; only Python 3.11+, git and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
SOURCES := planlint templates schema tests/rules pyproject.toml requirements
# Everything is named with version and hash (requirements/); planlint itself is built with what is then there.
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --quiet
PINNED := $(PIP) --require-hashes --requirement requirements
OWN := $(PIP) --no-deps --no-build-isolation --no-index

.PHONY: site test install dev lint coverage docs measuring bench mutation fuzz dist lock clean

site: install ## check plans/ and write the tables into site/
	@$(BIN)/planlint check --statistics || test $$? -eq 1
	@$(BIN)/planlint build

test: install ## run every test against the installed package
	@$(BIN)/pytest -q -n auto

install: ## set up .venv, and install planlint again when a source file is newer
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@if [ ! -e $(STAMP) ] || [ -n "$$(find $(SOURCES) -newer $(STAMP) -not -path '*__pycache__*' -print -quit)" ]; then \
		$(PINNED)/dev.txt && $(OWN) --force-reinstall . && touch $(STAMP); fi

dev: ## install planlint so that edits take effect at once
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PINNED)/dev.txt && $(OWN) --editable .

lint: install
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

coverage: install ## branch coverage must be complete where the judgements are made
	@$(BIN)/pytest -q -n auto --ignore tests/site/test_browser.py --cov --cov-config=.coveragerc-judgement --cov-fail-under=100

docs: install ## build the manual in build/docs/: the pages of docs/, and those of commands, rules and files
	@$(PINNED)/docs.txt
	@$(BIN)/python tools/docs_build.py

measuring: install
	@$(PINNED)/maaling.txt

bench: measuring ## time planlint beside its peers, in one run, and print one table
	@$(BIN)/python tools/benchmarks/run.py

mutation: measuring ## change one thing at a time in rules, register and reader: does a test notice?
	@cd tests && PYTHONPATH=.. ../$(BIN)/python ../tools/mutation/run.py

fuzz: measuring ## ten minutes of hostile input for each reader
	@for name in reader document forms imports diff; do \
		$(BIN)/python tools/fuzz/run.py $$name .fuzz/$$name -max_total_time=600 -rss_limit_mb=1024 -timeout=20 || exit 1; done

dist: measuring ## the wheel, the same bytes every time, and a list of what it is made with (SBOM)
	@$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --no-index --wheel-dir dist .
	@$(BIN)/python tools/sbom.py dist/planlint.cdx.json

lock: ## name the newest versions with their hashes; then run the tests
	@sh requirements/lock

clean:
	@rm -rf $(VENV) site build dist .fuzz .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis
