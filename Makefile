# `make demo` sets everything up and parses a sample to JSON; `make test` sets everything up and tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: fuzz demo test lint tables samples docs accuracy benchmark clean

$(VENV)/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "hansardparse needs Python 3.11 or later: make PYTHON=python3.12")'
	@echo "setting up $(VENV) ..." >&2
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]' >&2
	@touch $@

demo: $(VENV)/ready
	@$(BIN)/hansardparse parse samples/parallel/oral-question.txt

lint: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint
	$(BIN)/python -m pytest

# after a change of grammars, for a quick start of the checkout
tables: $(VENV)/ready
	$(BIN)/python -m hansardparse.warming hansardparse/tables

samples: $(VENV)/ready
	$(BIN)/python -m samples


docs: $(VENV)/ready
	$(BIN)/python -m docs

accuracy: $(VENV)/ready
	$(BIN)/python -m benchmarks.accuracy

benchmark: $(VENV)/ready
	$(BIN)/python -m benchmarks

fuzz: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check atheris
	$(BIN)/python fuzz/target.py -max_total_time=600

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
