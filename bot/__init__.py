"""Waymark: cited, rule-based advice for managers who employ peer support workers."""
