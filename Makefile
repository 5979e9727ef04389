# Two commands for everyone: `make site` and `make test`. Both set up .venv first; only Python 3.11+, git and make are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
SOURCES := planlint templates schema tests/rules pyproject.toml constraints.txt
# Both variables: newer pips read the second one for what a build needs, older ones the first for everything.
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt \
	$(BIN)/python -m pip install --quiet

.PHONY: site test install dev lint coverage bench clean

site: install ## check plans/ and write the tables into site/
	@$(BIN)/planlint check --statistics || test $$? -eq 1
	@$(BIN)/planlint build

test: install ## run every test against the installed package
	@$(BIN)/pytest -q -n auto

install: ## set up .venv, and install planlint again when a source file is newer
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@if [ ! -e $(STAMP) ] || [ -n "$$(find $(SOURCES) -newer $(STAMP) -not -path '*__pycache__*' -print -quit)" ]; then \
		$(PIP) '.[dev]' && $(PIP) --no-deps --force-reinstall . && touch $(STAMP); fi

dev: ## install planlint so that edits take effect at once
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) --editable '.[dev]'

lint: install
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

coverage: install ## branch coverage must be complete where the judgements are made
	@$(BIN)/pytest -q -n auto --ignore tests/test_browser.py --cov --cov-config=.coveragerc-judgement --cov-fail-under=100

bench: install ## time planlint beside its peers, in one run
	@$(BIN)/python tests/benchmarks/run.py
	@$(BIN)/python tests/benchmarks/site.py

clean:
	@rm -rf $(VENV) site build dist .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis
