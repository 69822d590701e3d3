# Everything a newcomer or CI runs. `make env` is made once and again when the pinned requirements change.
.PHONY: env demo test test-rough check bench accuracy docs fmt pins shots
PY := .venv/bin/python
UV := .tools/bin/uv

env: .venv/.made

.tools/bin/uv:
	python3 -m venv .tools
	.tools/bin/pip install --quiet --disable-pip-version-check uv

.venv/.made: requirements/dev.txt pyproject.toml | $(UV)
	$(UV) venv --quiet --allow-existing --python 3.12 .venv
	$(UV) pip sync --quiet --compile-bytecode --require-hashes requirements/dev.txt
	$(UV) pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

demo: env
	.venv/bin/dragoman read examples --into demo.dossier
	.venv/bin/dragoman show timeline demo.dossier
	.venv/bin/dragoman show discrepancies demo.dossier
	.venv/bin/dragoman report demo.dossier -o report.html
	@echo "The account is in demo.dossier; open report.html to read it."

test: env
	$(PY) -m pytest

test-rough: env
	$(PY) -m pytest -m rough

check: env
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PY) -m pytest

accuracy: env
	$(PY) -m benchmarks.all --write

docs: env
	$(PY) -m docs.build

bench: env
	$(PY) -m benchmarks.all

fmt: env
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

shots: env
	$(PY) docs/shots.py

pins: | $(UV)
	$(UV) pip compile --quiet --no-header --no-emit-index-url --generate-hashes --python-version 3.12 requirements/run.in -o requirements/run.txt
	$(UV) pip compile --quiet --no-header --no-emit-index-url --generate-hashes --python-version 3.12 requirements/dev.in -o requirements/dev.txt
