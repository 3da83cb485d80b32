"""What is said where, as data: each parliament's words, beside the grammars that have its forms."""

from hansardparse.parliaments.languages import language_of
from hansardparse.parliaments.profile import (
    USUAL,
    Business,
    Lines,
    Profile,
    Releases,
    house_named,
    house_of,
    known,
    known_profile,
    of_country,
    outside,
    profile,
    profile_or_usual,
    register,
    unregister,
)

__all__ = [
    "USUAL",
    "Business",
    "Lines",
    "Profile",
    "Releases",
    "house_named",
    "house_of",
    "known",
    "known_profile",
    "language_of",
    "of_country",
    "outside",
    "profile",
    "profile_or_usual",
    "register",
    "unregister",
]
