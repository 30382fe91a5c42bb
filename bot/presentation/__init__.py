"""Turns advice into what a manager reads. All words come from `rules/`, none stand here."""
