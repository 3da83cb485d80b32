"""Write the expected JSON beside each sample: `python -m samples`. Read the difference before committing it."""

from __future__ import annotations

from pathlib import Path

from hansardparse import dumps, parse_file


def main() -> None:
    """Parse every sample in the layout its folder names, and write what comes out."""
    for sample in sorted(Path(__file__).parent.glob("*/*.txt")):
        transcript = parse_file(sample, layout=sample.parent.name)
        sample.with_suffix(".json").write_text(dumps(transcript) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
