"""Where the files stand that the package has beside its modules: grammars, profiles, tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

__all__ = ["beside"]


def beside() -> Any:
    """The folder of the package: a path, or where it is packed into a zip what stands for one.

    `importlib.resources` has both, but takes longer to import than all else of a first parse.
    """
    folder = Path(__file__).parent
    if folder.is_dir():
        return folder
    from importlib.resources import files

    return files("hansardparse")
