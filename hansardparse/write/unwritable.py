"""What some formats cannot hold, and what is written in its place."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["plain"]

_SURROGATE = re.compile("[\ud800-\udfff]")


def plain(value: Any, nul: bool = True) -> Any:
    """A value whose texts UTF-8 can hold: a lone surrogate is U+FFFD, and so is NUL, unless that may stay."""
    if isinstance(value, str):
        value = _SURROGATE.sub("\ufffd", value)
        return value if nul else value.replace("\0", "\ufffd")
    if isinstance(value, dict):
        return {key: plain(each, nul) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each, nul) for each in value]
    return value
