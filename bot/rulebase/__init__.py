"""The rule base: studies, findings, facts, questions and rules, loaded from `rules/` as immutable objects."""
