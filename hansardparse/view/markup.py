"""Writing HTML: what a transcript says never becomes markup, and no character of it acts on the page."""

from __future__ import annotations

import functools
import html
from collections.abc import Iterable
from importlib import resources

__all__ = ["file", "standalone", "tag", "words"]

_NEWLINES = frozenset({0x09, 0x0A})
#: Characters that turn the direction of what follows, beyond their own paragraph for all that they know.
_TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SHOWN: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if code not in _NEWLINES},
    0x7F: "\u2421",
    **{code: f"\\x{code:02x}" for code in range(0x80, 0xA0)},
    **{code: f"[U+{code:04X}]" for code in _TURNING},
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),  # no text in UTF-8 can have them
    **{ord(sign): html.escape(sign) for sign in "&<>\"'"},
}


def words(text: str) -> str:
    """Some words as HTML; a control character is shown as its picture, and has no effect."""
    return text.translate(_SHOWN)


def tag(name: str, content: str | Iterable[str], /, **attributes: str | None) -> str:
    """An element around some HTML; an attribute that is None is left out, `class_` is `class`."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{words(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = content if isinstance(content, str) else "".join(content)
    return f"<{name}{said}>{inside}</{name}>"


@functools.cache
def file(name: str) -> str:
    """A style or a script of this room."""
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def standalone(title: str, styles: Iterable[str], body: str, *, scripts: bool = False) -> str:
    """A whole page that asks nothing of any other place, and may not."""
    allowed = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    allowed += "; script-src 'unsafe-inline'" if scripts else ""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{allowed}">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{words(title)}</title>\n<style>\n{''.join(styles)}</style>\n</head>\n{body}\n</html>\n"
    )
