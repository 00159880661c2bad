# Every target sets up .venv by itself: python3 with pip, and make, are all it takes.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check serve bench setup format clean

setup: .venv/.ready

.venv/.ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable ".[french,russian]" --group dev
	touch $@

demo: setup  ## read the three example sources and show the dossier
	$(BIN)/python examples/demo.py

test: setup
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

check: setup  ## format, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

serve: setup  ## the web application on the example library
	$(BIN)/factoid serve --library examples/lives.factoid

bench: setup
	$(BIN)/python benchmarks/reading_speed.py

clean:
	rm -rf .venv dist build
