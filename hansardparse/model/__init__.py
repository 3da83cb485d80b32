"""The tree that a transcript is parsed into, and nothing that reads it."""
