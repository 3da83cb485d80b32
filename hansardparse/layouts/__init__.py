"""The layouts that are known, and which of them a text is in."""
