# Two commands do everything on a fresh machine: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
LOCK := --universal --generate-hashes --no-header --no-annotate --quiet
# uv does not read pip's configuration: pass a package index that is set there on to it
export UV_DEFAULT_INDEX ?= $(shell $(PYTHON) -m pip config get global.index-url 2>/dev/null)
ifeq ($(strip $(UV_DEFAULT_INDEX)),)
unexport UV_DEFAULT_INDEX
endif
PORT ?= 8501

.PHONY: help run test check bench lock system clean

help:
	@echo "make run    install what is missing and start the portal (PORT=8501)"
	@echo "make test   install what is missing and run the tests"
	@echo "make check  ruff, strict types, import rules"
	@echo "make bench  the measured figures of the README"
	@echo "make lock   renew the lock files"

run: $(VENV)/ready system
	$(BIN)/python -m tools.start --server.port $(PORT)

test: $(VENV)/ready-dev system
	$(BIN)/python -m pytest

check: $(VENV)/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/ready-dev system
	$(BIN)/python -m tests.benchmarks

lock: $(UV)
	$(UV) pip compile pyproject.toml --extra providers $(LOCK) --upgrade -o requirements.lock
	$(UV) pip compile --group dev -c requirements.lock $(LOCK) --upgrade -o requirements-dev.lock

system:
	@sh .ci/system-packages

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet uv

$(VENV)/ready: requirements.lock | $(UV)
	$(UV) pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.lock
	@touch $@

$(VENV)/ready-dev: requirements-dev.lock $(VENV)/ready
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
