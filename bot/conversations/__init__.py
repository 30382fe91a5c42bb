"""What is kept of each conversation, and for how long."""
