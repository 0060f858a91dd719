# Every target does its own set-up: a fresh clone needs only Python 3.11 to 3.13, git and make.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
# one stamp for each list that is installed: what builds the book, and upon it what tests it
BOOK := $(VENV)/.ready-book
TESTS := $(VENV)/.ready-tests

# what is installed goes into $(VENV) and comes from the clone, whatever else stands in the environment
unexport PYTHONPATH PYTHONHOME PYTHONSTARTUP PYTHONIOENCODING PIP_TARGET PIP_PREFIX PIP_ROOT UV_TARGET UV_PREFIX
# what Python compiles is kept: each of some hundred processes of the tests would compile the package anew
unexport PYTHONDONTWRITEBYTECODE PYTHONPYCACHEPREFIX
export PYTHONUTF8 := 1
export PIP_USER := 0
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help book chromium browser pdf test quick serve lab validate check-source agreement check compare codecheck translated bench data-package mutate \
  lint format requirements clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

# uv where it can be had, for pip takes minutes. --no-deps: a list names everything, and pip, left to resolve, tries
# newer versions that have no hash
define install
	@echo "set-up: installing $(1)"; start=$$(date +%s); \
	$(PY) -m uv pip install --python $(PY) --require-hashes --no-deps -r $(1) || { \
	  echo "set-up: uv does not serve here; pip installs the same, in some minutes"; \
	  $(PY) -m pip install --require-hashes --no-deps -r $(1); } && \
	echo "set-up: $(1) took $$(( $$(date +%s) - start )) seconds"
endef

$(BOOK): requirements.txt requirements-uv.txt pyproject.toml
	@$(PYTHON) -c 'import sys; ok = (3, 11) <= sys.version_info[:2] <= (3, 13); \
	  sys.exit(0 if ok else "This book needs Python 3.11 to 3.13; $(PYTHON) is " \
	  + sys.version.split()[0] + ". Say which to use: make PYTHON=python3.12 ...")'
	@if [ -L $(VENV) ]; then \
	  echo "$(VENV) is a link: set-up would clear the environment of another clone. Remove it."; exit 1; fi
	@echo "set-up: a new environment in $(VENV), once; with a fast network it takes half a minute"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PY) -m pip install --require-hashes --only-binary :all: -r requirements-uv.txt || true
	@# Python 3.11 brings it along; nothing here asks for it
	@$(PY) -m pip uninstall --quiet --quiet --yes setuptools
	$(call install,requirements.txt)
	@$(PY) -m pip install --no-deps --no-build-isolation -e .
	@touch $@

$(TESTS): requirements-tests.txt $(BOOK)
	$(call install,requirements-tests.txt)
	@touch $@

book: $(BOOK) ## validate the data and build the book into _build/html
	@$(PY) -m analysis validate
	@$(PY) -m analysis.book.build

# before any set-up: who lacks it hears so at once
browser:
	@$(PYTHON) src/analysis/book/chromium.py

chromium: $(TESTS) ## install a Chromium of one's own, without root
	@$(PY) -m playwright install chromium

pdf: browser book $(TESTS) ## print the whole book, each edition, into _build/kazakh-xinjiang-border.pdf and -ru.pdf
	@$(PY) -m analysis.book.pdf

test: browser $(TESTS) ## lint, type check and run all tests
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@# which worker gets what, and what goes first, tests/conftest.py says
	@$(PY) -m pytest -n 2

quick: $(TESTS) ## lint, type check and the tests without book or browser, for every save
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@$(PY) -m pytest -n 2 -m "not long" --ignore=tests/browser tests
	@echo "quick: left out are the pages in a browser, whole builds of the book, doctests and what takes seconds; make test"

serve: $(BOOK) ## serve the book on http://localhost:8000, build and reload when a file is saved
	@$(PY) -m analysis.book.serve

lab: $(TESTS) ## open the pages with code as notebooks in JupyterLab
	@$(PY) -m analysis.book.portable
	@$(PY) -m jupyterlab --notebook-dir=. _build/notebooks/index.ipynb

validate: $(BOOK) ## check every row of data/
	@$(PY) -m analysis validate

check-source: $(BOOK) ## look up every printed form in your copy of the article: make check-source ARTICLE=file
	@$(PY) -m analysis check-source "$(ARTICLE)"

agreement: $(BOOK) ## compare the claims with another person's coding: make agreement OTHER=file
	@$(PY) -m analysis agreement "$(OTHER)"

data-package: $(BOOK) ## write the data as a zip archive and a SQLite file into _build
	@$(PY) -m analysis data-package

check: browser $(TESTS) ## check everything, build twice, print a certificate: make check ARTICLE=file DATE=2026-12-31
	@$(PY) -m analysis.review check --article "$(ARTICLE)" --date "$(DATE)"

compare: $(BOOK) ## set the built book, or BUILT=folder, against codecheck.yml, in seconds
	@$(PY) -m analysis.review compare $(if $(BUILT),"$(BUILT)")

codecheck: book ## make the outputs of the book those of codecheck.yml
	@$(PY) -m analysis.review accept

translated: $(BOOK) ## tell what in the other languages is missing or out of date; ACCEPT=yes takes all for up to date
	@$(PY) -m analysis.review translated $(if $(ACCEPT),--accept)

bench: $(TESTS) ## measure against what people would use instead; BENCH="build" measures only that
	@$(PY) -m benchmarks $(BENCH)

mutate: $(TESTS) ## change the code in small ways and see whether the tests notice (more than an hour)
	@$(PY) -m pip install mutmut==3.8.1
	@OPENBLAS_NUM_THREADS=1 $(PY) -m mutmut run --max-children 1
	@$(PY) -m mutmut results
	@$(PY) -m mutmut results --all true | sed -E 's/^ *(.*)\.x[^:]*: /\1 /' | sort | uniq -c

lint: $(TESTS) ## ruff and mypy
	@$(PY) -m ruff check . && $(PY) -m ruff format --check . && $(PY) -m mypy

format: $(TESTS) ## put the code into the house format
	@$(PY) -m ruff check --fix . ; $(PY) -m ruff format .

# jupyter-book asks for these; this book names its extensions itself (_config.yml) and loads none of them
UNUSED := sphinx-comments sphinx-design sphinx-thebe sphinx-togglebutton setuptools wheel
# the last list is compiled first, and binds those that lie within it
COMPILE = $(PY) -m uv pip compile $(if $(NEWEST),--upgrade) --quiet --universal --python-version 3.11 \
  --generate-hashes --no-emit-index-url --no-emit-find-links --no-header
requirements: $(BOOK) ## compile requirements*.txt from requirements*.in; NEWEST=1 takes the newest versions
	@$(COMPILE) requirements-uv.in -o requirements-uv.txt
	@$(COMPILE) requirements-tests.in -o requirements-tests.txt
	@$(COMPILE) requirements.in -c requirements-tests.txt $(UNUSED:%=--no-emit-package %) -o requirements.txt
	@$(COMPILE) requirements-notebooks.in -c requirements-tests.txt -o requirements-notebooks.txt

clean: ## remove what was built
	rm -rf _build .pytest_cache .mypy_cache .ruff_cache
