"""This article's accounts: its figures confronted with each other, and what comes of it."""
