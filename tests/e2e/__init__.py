"""The whole of Waymark as its users meet it: real processes, real HTTP, a real browser."""
