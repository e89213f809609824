# Truceline. `make` alone lists what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SERVE ?= 1
PORT ?= 8016

.PHONY: help setup setup-dev demo test check lint bench docs serve lock gazetteer clean browser

help:
	@grep -B1 -E '^[a-z-]+:' $(MAKEFILE_LIST) | grep -A1 '^## ' | grep -v '^--' | sed -n 's/^## //p;s/^\([a-z-]*\):.*/    make \1/p'

$(VENV)/.run: requirements.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e . 2>/dev/null || $(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

## writes docs/reference from the types and the program itself
docs: $(VENV)/.dev
	@$(BIN)/python docs/make_reference.py
