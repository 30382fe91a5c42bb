"""Training, the two server processes, and the supervisor that keeps them alive."""
