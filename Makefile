# `make run` and `make test` do all the set-up there is.
.PHONY: help run test lint bench evaluate setup lock clean

help: ## show this list
	@grep -hE '^[a-z]+:.*##' Makefile | sed 's/:.*##/\t/' | expand -t 10

run: ## install what is needed, train where something changed, and serve the bot
	@scripts/setup run
	@exec ./waymark run

test: ## install what is needed, then run every check and test
	@scripts/setup dev
	@exec scripts/test

lint: ## only formatting, style and types
	@scripts/setup dev
	@exec scripts/lint

bench: ## compare speed, memory and accuracy with stock Rasa (hours the first time; python -m bench --help says how to do less)
	@scripts/setup dev
	@exec .venv/bin/python -m bench

evaluate: ## compare how well questions are understood with peers, and write docs/evaluation.md
	@scripts/setup dev
	@./waymark train
	@exec .venv/bin/python -m evaluate

setup: ## only install what the bot needs to run
	@scripts/setup run

lock: ## make the hash-pinned locks anew
	@exec scripts/lock

clean: ## remove everything that was installed, trained or measured
	rm -rf .venv .tools models .rasa .pytest_cache .mypy_cache .ruff_cache .hypothesis
