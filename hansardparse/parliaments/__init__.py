"""What is said where, as data: each parliament's words, beside the grammars that have its forms."""

from hansardparse.parliaments.profile import Profile, known, outside, profile, register

__all__ = ["Profile", "known", "outside", "profile", "register"]
