"""A page of what is in a corpus: by year, layout and problem, so that a gap in it shows."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

__all__ = ["page"]

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}"
    "table{border-collapse:collapse;margin:1rem 0}td,th{padding:.2rem .8rem;text-align:right;"
    "border-bottom:1px solid #ccc}td:first-child,th:first-child{text-align:left}"
)
#: A file of which a larger share is not recognised is listed.
_SHARE = 0.1


def page(entries: Iterable[dict[str, Any]]) -> str:
    """The page, as HTML that needs nothing else."""
    told = sorted(entries, key=lambda entry: str(entry["path"]))
    failed = [entry for entry in told if entry["error"] is not None]
    files = f"{len(told)} files, {len(failed)} of them not read, {sum(e['rows'] for e in told):,} rows"
    tables = (
        _table("Years", ("year", "rows", "files"), _years(told)),
        _table("Layouts", ("layout", "files", "rows", "words", "unrecognised"), _layouts(told)),
        _table("Problems", ("code", "times", "files"), _problems(told)),
        _table("Not read", ("file", "why"), [(e["path"], e["error"]) for e in failed]),
        _table(
            "Much that is not recognised",
            ("file", "share"),
            [(e["path"], f"{e['unrecognised']:.0%}") for e in told if e["unrecognised"] > _SHARE],
        ),
    )
    head = f"<meta charset=utf-8><title>Corpus</title><style>{_STYLE}</style>"
    return f"<!doctype html><html lang=en>{head}<h1>Corpus</h1><p>{files}</p>{''.join(tables)}</html>\n"


def _table(title: str, head: Sequence[str], records: Iterable[Sequence[Any]]) -> str:
    """One table; nothing where it has no records."""
    rows = ["".join(f"<td>{html.escape(str(cell))}</td>" for cell in record) for record in records]
    if not rows:
        return ""
    names = "".join(f"<th>{name}</th>" for name in head)
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<h2>{title}</h2><table><tr>{names}</tr>{body}</table>"


def _years(entries: Sequence[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    """Every year from the first to the last, those without rows too."""
    rows: Counter[str] = Counter()
    files: Counter[str] = Counter()
    for entry in entries:
        rows.update(entry["years"])
        files.update(entry["years"].keys())
    known = sorted(int(year) for year in rows if year.isdigit())
    years = [f"{year:04d}" for year in range(known[0], known[-1] + 1)] if known else []
    for year in (*years, *(["none"] if "none" in rows else ())):
        yield year, rows[year], files[year]


def _layouts(entries: Sequence[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    names = sorted({entry["layout"] or "none" for entry in entries})
    for name in names:
        own = [entry for entry in entries if (entry["layout"] or "none") == name]
        share = sum(entry["unrecognised"] for entry in own) / len(own)
        yield name, len(own), sum(e["rows"] for e in own), sum(e["words"] for e in own), f"{share:.1%}"


def _problems(entries: Sequence[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    times: Counter[str] = Counter()
    files: Counter[str] = Counter()
    for entry in entries:
        times.update(entry["problems"])
        files.update(entry["problems"].keys())
    for code, count in times.most_common():
        yield code, count, files[code]
