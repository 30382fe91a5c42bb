"""Understanding: Rasa graph components of our own, and the importer that generates what follows from `rules/`."""
