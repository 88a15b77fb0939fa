# Make the demo: `make demo`. Prove everything: `make test`. All targets: `make help`.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
PY := .venv/bin/python
QUIET := QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
# QGIS belongs to the system's own Python; another that comes earlier on PATH lacks it and breaks QGIS's programs.
export PATH := /usr/bin:/bin:$(PATH)

.NOTPARALLEL:
.PHONY: help demo base install install-demo venv translations lint monkey kills mutations workshops goals pytest test test-ltr fresh package bench bench-quick proof gallery clean

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

demo: install-demo base ## Install what is missing, make the worked example and its edition 1 in out/
	@$(QUIET) $(PY) -m tools.demo

install-demo:
	@tools/setup/install.sh run
	@tools/setup/venv.sh .venv

install: ## Install everything that building and testing need
	@tools/setup/install.sh run test package
	@tools/setup/venv.sh .venv

base: resources/basdata.gpkg ## Build the base map data from pinned open data

resources/basdata.gpkg: $(wildcard tools/base_data/*.py) tools/setup/requirements.txt | install-demo
	@$(QUIET) $(PY) -m tools.base_data

translations: install ## Collect and compile the English texts
	@$(QUIET) $(PY) -m tools.release.translations

lint: install ## Style, types, security, Qt 6, and which room may import which
	@tools/lint/lint.sh

monkey: install base ## Let a monkey loose in a real QGIS (SEEDS=7 ACTS=120 does one again, DEADLY=1 with what QGIS itself dies of)
	@SEEDS="$(or $(SEEDS),1-20)" ACTS="$(or $(ACTS),300)" DEADLY="$(DEADLY)" tools/pytest.sh --dist load \
		$(if $(SEEDS),,tests/gui/window/prove_deaths.py) tests/gui/window/test_monkey.py

kills: install base ## Kill the program in the middle of its saves, 200 times, 100 while it draws in the dock, 200 in merges and 200 when things are made joint
	@QT_QPA_PLATFORM=offscreen $(PY) -m tests.drawing.kill_saves $(or $(N),200)
	@QT_QPA_PLATFORM=offscreen $(PY) -m tests.gui.saving.kill_dock $(or $(N),100)
	@QT_QPA_PLATFORM=offscreen $(PY) -m tests.workshop.kill_merge $(or $(N),200)
	@QT_QPA_PLATFORM=offscreen $(PY) -m tests.gui.workshop_synthesis.kill_joint $(or $(N),200)

workshops: install base ## Merge 1,000 (N) random workshops of six groups, each in ten orders, and as many as files that are drawn in and merged
	@WORKSHOPS="$(or $(N),1000)" tools/pytest.sh -n 0 tests/workshop/test_any_workshop.py tests/workshop/test_any_workshop_files.py

mutations: install base ## Write 10,000 (N) bad values into cells, one by one and together: each is drawn or named (SEED=11)
	@$(QUIET) $(PY) -m tests.export.mutated_rows $(or $(N),10000) $(or $(SEED),11)

goals: install ## Check the goal library, or another folder of goal sets (FOLDER=...)
	@$(QUIET) $(PY) -m tools.goals $(FOLDER)

pytest: install base
	@tools/pytest.sh $(ARGS)

test: install base ## Install, run all tests (ARGS="-k karta" for some) and lint, also when a test failed
	@tools/test.sh $(ARGS)

test-ltr: install base ## The same tests and linters on QGIS 3.44, in a Debian made once outside this folder
	@tools/setup/ltr.sh -- $(ARGS)

fresh: ## Prove demo, package and test in an empty Debian 13, as root and as another user (ARGS as for test)
	@tools/setup/fresh.sh

package: install-demo base ## Build the installable zip in dist/
	@tools/setup/install.sh package
	@$(QUIET) $(PY) -m tools.release.package

bench: install base ## Measure what the user waits for, write out/bench.md, and say what is slower than before
	@tools/setup/venv.sh --alone .venv/geodiff tools/setup/requirements-geodiff.txt || echo 'geodiff kunde inte hämtas: sammanslagning mäts inte.'
	@$(QUIET) $(PY) -m tools.bench

bench-quick: install base ## The same in less than ten minutes: no window, no large papers, up to 5,000 objects
	@$(QUIET) $(PY) -m tools.bench --snabb

proof: install ## Measure how well the symbol sets can be told apart and read; write it into docs/symboluppsattningar.md
	@$(QUIET) $(PY) -m tools.docs.proof

gallery: base ## Draw every template, symbol set and kind of sheet to look at, into out/gallery (ONLY="papper syn" for some)
	@$(QUIET) ONLY="$(ONLY)" $(PY) -m tools.gallery

pictures: install base ## Take every picture of the guides in a real QGIS, in Swedish and English
	@$(QUIET) $(PY) -m tools.docs.pictures $(ARGS)

clean: ## Remove what was built (the environment and the Debian stay)
	rm -rf out dist build .qgis-settings .pytest_cache .mypy_cache .ruff_cache resources/basdata.gpkg
	find strukturbild_plugin tools tests -name __pycache__ -type d -prune -exec rm -rf {} +
	find resources -name '*.qm' -delete
