"""The readiness check: what is asked next, what the answers add up to in words, and what has moved since an earlier one."""
