"""Write the expected JSON beside each sample: `python -m samples`; read the difference before committing."""

from __future__ import annotations

import json
from pathlib import Path

import attrs

from hansardparse import dumps, parse_file


def main() -> None:
    """Parse every sample in the layout its folder names, and write what comes out."""
    for sample in sorted(Path(__file__).parent.glob("*/*.txt")):
        transcript = attrs.evolve(parse_file(sample, layout=sample.parent.name), source=sample.name)
        shown = json.dumps(json.loads(dumps(transcript)), indent=1, ensure_ascii=False)
        sample.with_suffix(".json").write_text(shown + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
