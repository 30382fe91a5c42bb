"""How well questions are understood, against peers in the same run: `python -m evaluate` writes docs/evaluation.md."""
