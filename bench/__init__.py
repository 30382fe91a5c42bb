"""Compares Waymark with stock Rasa on the same machine, in the same run, as ratios: its starter bot, and a peer on Waymark's questions."""
