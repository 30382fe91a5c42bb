"""Phrases as data: the notation in which they are written, and how they are found in a message."""
