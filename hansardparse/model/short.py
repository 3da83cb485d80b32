"""A node on one line, for a prompt: what it is and how much is in it, not all of it."""

from __future__ import annotations

__all__ = ["counted", "quoted", "shortened"]


def counted(count: int, name: str) -> str:
    """A number of things: `1 section`, `2 sections`."""
    return f"{count} {name}{'' if count == 1 else 's'}"


def shortened(text: str, size: int) -> str:
    """The first words of a text on one line, fit for a terminal; `…` stands for the others."""
    line = " ".join(text[: 4 * size].split())
    line = line if len(line) <= size and len(text) <= 4 * size else f"{line[:size].rstrip()}…"
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in line)


def quoted(text: str, size: int = 40) -> str:
    """The first words of a text, as a string literal."""
    return repr(shortened(text, size))
