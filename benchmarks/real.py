"""Where real transcripts are, which are not part of the project, and one of each layout."""

from __future__ import annotations

from pathlib import Path

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
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
