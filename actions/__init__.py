"""Rasa SDK actions: tracker in, dispatcher out, nothing else. The advice itself is worked out in `bot`."""
