"""The evidence page: everything in the rule base, to be read, searched, linked to and printed without a script."""
