# From a bare machine: `make up` runs the dashboard, `make test` the tests. Both set up what they need below .venv.
SHELL := /bin/sh
PYTHON ?= python3
PY := .venv/bin/python
CHAOS_ARTICLES ?= 5000
RACES ?= 5000
SHARED = -n auto --dist worksteal
.PHONY: setup setup-dev up demo test test-quick chaos races check lint bench calibrate lock clean-venv

setup:
	@sh scripts/setup.sh run "$(PYTHON)"

setup-dev:
	@sh scripts/setup.sh dev "$(PYTHON)"

up: setup
	@exec $(PY) manage.py up

demo: setup
	@ISC_DEMO=1 ISC_HOME="$${ISC_HOME:-var-demo}" exec $(PY) manage.py up

test: setup-dev
	@exec $(PY) -m pytest $(SHARED)

test-quick: setup-dev
	@exec $(PY) -m pytest $(SHARED) -m "not slow and not e2e and not faults"

chaos: setup-dev
	@CHAOS_ARTICLES=$(CHAOS_ARTICLES) exec $(PY) -m pytest tests/faults/test_chaos.py -p no:randomly

races: setup-dev
	@RACES=$(RACES) exec $(PY) -m pytest tests/events/test_races.py -p no:randomly -k overwritten

lint: setup-dev
	@$(PY) -m ruff check . && $(PY) -m mypy && $(PY) manage.py makemigrations --check --dry-run

check: lint test

bench: setup-dev
	@exec $(PY) -m benchmarks

calibrate: setup-dev
	@$(PY) -m benchmarks.prior && $(PY) -m benchmarks.sentences && $(PY) -m benchmarks.days \
		&& $(PY) -m benchmarks.company && $(PY) -m benchmarks.calibrate

lock: setup-dev
	@$(PY) -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		pyproject.toml -o requirements/run.txt
	@$(PY) -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--group dev -c requirements/run.txt pyproject.toml -o requirements/dev.txt
