"""Finds messages that reveal acute danger to a person, or abuse, from the phrases in `rules/danger.yml`."""
