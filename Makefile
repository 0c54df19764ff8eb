# `make` alone says what can be made.
PYTHON ?= python3
BIN := .venv/bin
TRANSLATION := resources/translations/riskdesk
LUPDATE := $(BIN)/pyside6-lupdate -silent -no-obsolete -sort-messages -locations none -source-language en
# Each program that a test starts would else compile all that it imports, where the environment says to keep nothing.
PYTEST := PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto --maxprocesses 8 --dist loadfile

define LINT
$(BIN)/ruff format --check .
$(BIN)/ruff check .
$(BIN)/mypy
$(BIN)/lint-imports
endef

.PHONY: help run quick test soak mutations bench bench-others screenshots package package-windows translations constraints clean

help:
	@awk -F ': .*## ' '/^[a-z-]+:.*## / {printf "make %-15s %s\n", $$1, $$2}' Makefile

run: .venv/run.stamp ## open the window (ARGS="FILE" opens a store of your own)
	@$(BIN)/riskdesk $(ARGS)

quick: .venv/test.stamp ## check as “test” does, then run the fast tests; for while you work
	$(LINT)
	$(PYTEST) -m "not slow" --ignore tests/faults --ignore tests/report $(ARGS)

test: .venv/test.stamp ## check layout, lint, types, layers, then run every test
	$(LINT)
	$(PYTEST) $(ARGS)

soak: .venv/test.stamp ## break the store in every way we know, print the longest documents and try what chance makes, for long
	$(PYTEST) tests/faults tests/report/test_loss.py tests/report/test_conformance.py --soak $(ARGS)
	$(PYTEST) tests/ui/test_walk.py tests/ui/test_walk_anew.py --soak $(ARGS)
	$(PYTEST) -m "soak or hypothesis" --ignore tests/faults --ignore tests/report/test_conformance.py --soak $(ARGS)

mutations: .venv/test.stamp ## break the code that keeps registers in many small ways and tell what no test notices (ARGS="--sample 200")
	@nice $(BIN)/python -m tools.mutations $(ARGS)

bench: .venv/test.stamp ## measure what a user waits for
	@for script in $(filter-out bench/generate.py bench/others.py,$(wildcard bench/[!_]*.py)); do $(BIN)/python $$script || exit 1; done

bench-others: .venv/test.stamp ## print the same register with whatever else is installed
	@$(BIN)/python bench/others.py

screenshots: .venv/test.stamp ## drive the program and save the pictures of README and manual
	QT_QPA_PLATFORM=offscreen $(BIN)/python tools/screenshots.py

package: .venv/package.stamp ## build dist/riskdesk/, which runs where no Python is, pack it for Linux and try that
	$(BIN)/python tools/sqlite.py
	$(BIN)/pyinstaller --noconfirm --clean --log-level WARN riskdesk.spec
	$(BIN)/python -m tools.linux

package-windows: .venv/package-windows.stamp ## build the Windows installer and portable zip with Wine, and try them
	$(BIN)/python -m tools.windows

translations: .venv/test.stamp ## gather the strings for the translator, compile French and English
	$(LUPDATE) -target-language fr $$(find riskdesk -name '*.py' | sort) -ts $(TRANSLATION)_fr.ts
	$(LUPDATE) -target-language en -pluralonly $$(find riskdesk -name '*.py' | sort) -ts $(TRANSLATION)_en.ts
	$(BIN)/pyside6-lrelease -silent resources/translations/keys_en.ts -qm resources/translations/keys_en.qm
	$(BIN)/pyside6-lrelease -silent $(TRANSLATION)_fr.ts -qm $(TRANSLATION)_fr.qm
	$(BIN)/pyside6-lrelease -silent $(TRANSLATION)_en.ts -qm $(TRANSLATION)_en.qm

constraints: .venv/test.stamp ## pin the newest versions of what Riskdesk needs
	@$(BIN)/python tools/constraints.py

clean: ## remove all that was made
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find riskdesk tests tools bench -name __pycache__ -prune -exec rm -rf {} +

.venv/%.stamp: pyproject.toml requirements/run.txt requirements/dev.txt tools/bootstrap.py
	@$(PYTHON) tools/bootstrap.py $*
	@touch $@
