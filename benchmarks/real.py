"""Where real transcripts are, which are no part of the project, and texts that others made to hurt."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
CORPUS = SHARED / "corpus"
#: What others have made to hurt us.
PATHOLOGICAL = SHARED / "cases" / "pathological.py"
#: By layout, below that.
REAL = {
    "parallel": "uk-twfy-modern/debates2020-12-14b.pp.txt",
    "download": "uk-twfy-modern/debates2020-12-14b.dl.txt",
    "webpage": "uk-twfy-modern/debates2020-12-14b.hp.txt",
    "theyworkforyou": "uk-twfy-modern/debates2020-12-14b.twfy.txt",
    "official-report": "uk-twfy-2009/debates2009-10-28c.print.txt",
    "historic": "uk-historic-lords-volumes/S5LV0001P0.txt",
    "historic-site": "uk-historic-json/debates_sample.txt",
}


def pathological() -> dict[str, tuple[tuple[str, ...], Callable[[int], str]]]:
    """By name, as `hurting.TEXTS`; none where the file is not."""
    spec = importlib.util.spec_from_file_location("pathological", PATHOLOGICAL)
    if spec is None or spec.loader is None or not PATHOLOGICAL.is_file():
        return {}
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return dict(module.G)
