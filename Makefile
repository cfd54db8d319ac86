# make run    builds the graph of the sample article and serves it; make test runs every test.
# Everything is installed into .venv below this folder and nowhere else.

VENV  ?= .venv
PORT  ?= 8000
HOST  ?= 127.0.0.1
BIN   := $(VENV)/bin
export BILATERAL_STORE ?= bilateral.db

# The first interpreter that really runs, is new enough and can make an environment.
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& { echo $$name; break; }; done)

export PIP_REQUIRE_VIRTUALENV = 1
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.PHONY: help install dev run test lint lint-code lint-form lint-types lint-layers check format bench accuracy fuzz kills soak screenshots clean

help:  ## lists the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# Reinstalled only when pyproject.toml is newer than the stamp.
$(VENV)/.installed: pyproject.toml
	@test -n "$(PYTHON)" || { echo "Bilateral needs Python 3.11 or newer with its venv module." \
		"Install one (Debian: apt-get install python3-venv) or name one: make PYTHON=/path/to/python" >&2; exit 1; }
	@test -x $(BIN)/pip || "$(PYTHON)" -m venv $(VENV)
	@echo "installing into $(VENV)" >&2
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

install: $(VENV)/.installed  ## installs Bilateral into .venv

dev: $(VENV)/.installed-dev  ## installs it with the tools for tests and checks

run: install  ## builds the graph of data/articles, shows Kazakhstan and Palestine, serves on PORT
	@$(BIN)/bilateral ingest data/articles
	@$(BIN)/bilateral stats
	@$(BIN)/bilateral show KAZ PSE
	@echo "serving on http://$(HOST):$(PORT) (Ctrl-C ends it)"
	@exec $(BIN)/bilateral serve --host $(HOST) --port $(PORT)

test: dev  ## runs every test
	@$(BIN)/python -m pytest -n auto --dist loadfile

# One target a check, so that make --keep-going runs all of them.
lint: lint-code lint-form lint-types lint-layers  ## ruff, mypy and the import layers

lint-code: dev
	$(BIN)/ruff check .

lint-form: dev
	$(BIN)/ruff format --check .

lint-types: dev
	$(BIN)/mypy

lint-layers: dev
	$(BIN)/lint-imports

check: lint test  ## lint, then every test

format: dev  ## lets ruff rewrite the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: dev  ## prints what loading and asking take
	@for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

screenshots: dev  ## pictures of every page of the explorer into screenshots/ (needs chromium)
	@$(BIN)/python tests/browser/screenshots.py

accuracy: dev  ## reads all gold articles and probes and writes the tables of docs/accuracy.md
	$(BIN)/python benchmarks/accuracy/tables.py

fuzz: dev  ## requests made from the OpenAPI document against a server; REQUESTS=2000 for fewer
	$(BIN)/python benchmarks/fuzz/run.py --requests $(or $(REQUESTS),20000)

soak: dev  ## twenty minutes of mixed reads and writes; MINUTES=2 for fewer
	$(BIN)/python benchmarks/load/soak.py --minutes $(or $(MINUTES),20)

kills: dev  ## kills a large ingest ten times and compares with one that ran through; ARTICLES=2000 for fewer
	$(BIN)/python benchmarks/load/kills.py --articles $(or $(ARTICLES),20000)

clean:  ## removes the environment, the store and everything built
	rm -rf $(VENV) bilateral.db dist build screenshots .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
