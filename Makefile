# Every target does its own set-up: a fresh clone needs only Python 3.11 to 3.13, git and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help book pdf test serve lab validate check-source check codecheck bench data-package mutate lint format types requirements clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

# --no-deps: the file lists everything, and pip, left to resolve, tries newer versions that have no hash
$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; ok = (3, 11) <= sys.version_info[:2] <= (3, 13); \
	  sys.exit(0 if ok else "This book needs Python 3.11 to 3.13; $(PYTHON) is " \
	  + sys.version.split()[0] + ". Say which to use: make PYTHON=python3.12 ...")'
	@echo "set-up: environment in $(VENV) (about a minute, once)"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

book: $(READY) ## validate the data and build the book into _build/html
	@$(BIN)/python -m analysis validate
	@$(BIN)/python -m analysis.book.build

pdf: book ## print the whole book into _build/kazakh-xinjiang-border.pdf
	@$(BIN)/python -m analysis.book.pdf

test: $(READY) ## lint, type check and run all tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest

serve: $(READY) ## serve the book on http://localhost:8000, build and reload when a file is saved
	@$(BIN)/python -m analysis.book.serve

lab: $(READY) ## open the notebooks in JupyterLab
	@JUPYTER_CONFIG_PATH=$(CURDIR)/.binder/jupyter $(BIN)/jupyter lab --notebook-dir=. book/index.md

validate: $(READY) ## check every row of data/
	@$(BIN)/python -m analysis validate

check-source: $(READY) ## look up every printed form in your copy of the article: make check-source ARTICLE=file
	@$(BIN)/python -m analysis check-source "$(ARTICLE)"

data-package: $(READY) ## write the data as a zip archive and a SQLite file into _build
	@$(BIN)/python -m analysis data-package

check: $(READY) ## check everything, build twice, print a certificate: make check ARTICLE=file
	@$(BIN)/python -m analysis.review check $(if $(ARTICLE),--article "$(ARTICLE)")

codecheck: book ## make the outputs of the book those of codecheck.yml
	@$(BIN)/python -m analysis.review accept

bench: $(READY) ## measure against what people would use instead; BENCH="build" measures only that
	@$(BIN)/python -m benchmarks $(BENCH)

mutate: $(READY) ## change the code in small ways and see whether the tests notice (more than an hour)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check mutmut==3.8.1
	@OPENBLAS_NUM_THREADS=1 $(BIN)/mutmut run --max-children 1
	@$(BIN)/mutmut results
	@$(BIN)/mutmut results --all true | sed -E 's/^ *(.*)\.x[^:]*: /\1 /' | sort | uniq -c

lint: $(READY) ## ruff and mypy
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

format: $(READY) ## put the code into the house format
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

requirements: $(READY) ## compile requirements.txt from requirements.in; NEWEST=1 takes the newest versions
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile $(if $(NEWEST),--upgrade) --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header requirements.in -o requirements.txt

clean: ## remove what was built
	rm -rf _build .pytest_cache .mypy_cache .ruff_cache
