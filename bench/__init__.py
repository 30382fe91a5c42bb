"""Compares Waymark with Rasa's own starter bot (`rasa init`) on the same machine, in the same run, as ratios."""
