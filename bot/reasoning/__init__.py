"""Three-valued reasoning over what is known of a manager's situation. Knows nothing of Rasa or of channels."""
