SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NPM := npm --prefix frontend
API_TYPES := frontend/src/api/schema.gen.ts

# Test processes side by side; the files of one module stay together, so that a server it starts is started once.
TEST_PROCESSES ?= 2
PYTEST_ARGS ?=

PYTHON_SOURCES := backend bench scripts
WEB_SOURCES := $(shell find frontend -type f -not -path '*/node_modules/*' -not -path 'frontend/dist/*' 2>/dev/null)

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: install
install: $(VENV)/.stamp-package frontend/node_modules/.stamp ## Make .venv and the web app's packages

.PHONY: run
run: install build ## Start the studio and print its address
	@exec $(BIN)/dailies serve

.PHONY: build
build: frontend/dist/index.html ## Build the web app into frontend/dist

.PHONY: test
test: install build ## Run all tests
	@scripts/install-test-services.sh
	$(BIN)/pytest -n $(TEST_PROCESSES) --dist loadfile $(PYTEST_ARGS)
	$(NPM) test

.PHONY: check
check: check-static test ## Run everything that CI runs

.PHONY: check-static
check-static: install ## Check format, lint, types, layers, dead code, docs and generated types
	$(BIN)/ruff format --check --output-format concise $(PYTHON_SOURCES)
	$(BIN)/ruff check $(PYTHON_SOURCES)
	$(BIN)/mypy --strict backend/dailies bench scripts
	$(BIN)/lint-imports
	$(BIN)/python scripts/find_dead_code.py
	$(BIN)/python scripts/check_docs.py
	@scripts/api-types.sh --check $(API_TYPES)
	$(NPM) run typecheck
	$(NPM) run lint
	$(NPM) run format:check

.PHONY: fix
fix: install ## Format and fix what can be fixed
	$(BIN)/ruff check --fix $(PYTHON_SOURCES)
	$(BIN)/ruff format $(PYTHON_SOURCES)
	$(NPM) run format

.PHONY: types
types: install ## Generate the web app's API types from the server's OpenAPI schema
	@scripts/api-types.sh $(API_TYPES)

.PHONY: bench
bench: $(VENV)/.stamp-package ## Measure the rehearsal artists; JSON on standard output
	@$(BIN)/python -m bench

.PHONY: coverage
coverage: install build ## Run the Python tests and report the lines they miss
	$(BIN)/pytest -n $(TEST_PROCESSES) --dist loadfile --cov --cov-report=term-missing $(PYTEST_ARGS)

.PHONY: lock
lock: ## Write the requirements files anew from pyproject.toml
	@scripts/lock-requirements.sh

.PHONY: clean
clean: ## Remove everything that install and build made
	rm -rf $(VENV) build frontend/node_modules frontend/dist
	rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage htmlcov
	find backend bench scripts -type d \( -name __pycache__ -o -name .mypy_cache -o -name '*.egg-info' \) -prune -exec rm -rf {} +

$(VENV)/.stamp: requirements-dev.txt requirements-replicate2.txt requirements-s3.txt
	@PYTHON=$(PYTHON) scripts/check-prerequisites.sh python
	@$(BIN)/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --upgrade --target $(VENV)/replicate2 \
	  -r requirements-replicate2.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --upgrade --target $(VENV)/s3 -r requirements-s3.txt
	@touch $@

$(VENV)/.stamp-package: $(VENV)/.stamp pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# Not `npm ci`: it refuses a lock file that lacks the optional packages of other platforms, which npm leaves out when
# the registry in use does not carry them. This takes the same locked releases, and the lock file stays as it is.
frontend/node_modules/.stamp: frontend/package-lock.json
	@scripts/check-prerequisites.sh node
	$(NPM) install --no-save --no-audit --no-fund --loglevel error
	@touch $@

frontend/dist/index.html: frontend/node_modules/.stamp $(WEB_SOURCES)
	$(NPM) run build
	@touch $@
