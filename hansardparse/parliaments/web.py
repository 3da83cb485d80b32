"""What a page shows of a parliament beyond its words: addresses of its sites, colours of its parties."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files
from typing import Any

from hansardparse.parliaments.profile import outside

__all__ = ["web"]

_NOTHING: dict[str, dict[str, str]] = {"addresses": {}, "colours": {}}


@functools.cache
def web(code: str) -> dict[str, dict[str, str]]:
    """The tables of `web.toml` in a parliament's folder; empty where it has none."""
    folder: Any = outside(code) or files("hansardparse.parliaments").joinpath(code)
    path = folder.joinpath("web.toml")
    return {**_NOTHING, **tomllib.loads(path.read_text(encoding="utf-8"))} if path.is_file() else _NOTHING
