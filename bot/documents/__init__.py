"""Documents to take away: what stands in them, and the files they become."""
