"""What a manager tells of a situation: the facts in a message, by the phrases in `rules/situation.yml`."""
