"""A division as a box: its totals, who voted how, and where the two disagree."""

from __future__ import annotations

from collections.abc import Iterator

from hansardparse.model.nodes import Division, Unrecognised, Vote, VoteGroup
from hansardparse.view.markup import tag, words

__all__ = ["disagreement", "division", "side_name", "title"]


def side_name(option: str) -> str:
    """What a side is called: `Ayes` and `Noes` are printed in every way, their codes in one."""
    return option.replace("_", " ").capitalize()


def title(item: Division) -> str:
    """What a division is called: `Division 87`."""
    return f"Division {item.number}" if item.number else "Division"


def division(item: Division, anchor: str | None) -> str:
    """A division with both lists and totals; a warning where a total is not that of its list."""
    groups = item.groups
    name = title(item) if item.subject is None else f"{title(item)}: {item.subject}"
    when = " ".join(str(each) for each in (item.date, item.time) if each)
    head = tag("p", words(name), class_="title") + (tag("p", words(when), class_="when") if when else "")
    inside = [tag("header", head), _scale(groups)]
    inside += [
        tag("p", (tag("b", "warning"), " ", words(wrong)), class_="problem warning", role="note")
        for group in groups
        if (wrong := disagreement(group))
    ]
    inside.append(tag("div", (_side(group) for group in groups), class_="sides"))
    if item.result:
        inside.append(tag("p", words(item.result), class_="result"))
    inside += _unknown(item)
    return tag("section", inside, class_="division", id=anchor, aria_label=name)


def disagreement(group: VoteGroup) -> str | None:
    """What is to be said where a printed total is not the number of the names that are listed."""
    named, tellers = len(group.votes), len(group.tellers)
    if group.stated is None or not named or group.stated in (named, named + tellers):
        return None
    return f"{side_name(group.option)}: {group.stated} by the total that is printed, {named} by the list"


def _total(group: VoteGroup) -> int:
    return group.stated if group.stated is not None else len(group.votes)


def _scale(groups: tuple[VoteGroup, ...]) -> str:
    """The totals as one bar."""
    whole = sum(map(_total, groups))
    if not whole:
        return ""
    at, bars = 0.0, []
    for n, group in enumerate(groups):
        width = 100 * _total(group) / whole
        bars.append(f'<rect class="side{n % 3}" x="{at:.2f}%" y="0" width="{width:.2f}%" height="10"/>')
        at += width
    return f'<svg class="scale" height="10" width="100%" aria-hidden="true">{"".join(bars)}</svg>'


def _side(group: VoteGroup) -> str:
    count = str(_total(group)) if group.stated is not None or group.votes else "–"
    head = tag("p", (words(side_name(group.option)), " ", tag("b", count)), class_="title")
    names = tag("ul", (_vote(vote) for vote in group.votes), class_="votes") if group.votes else ""
    tellers = ""
    if group.tellers:
        listed = tag("ul", (_vote(vote) for vote in group.tellers), class_="votes")
        tellers = tag("p", "Tellers", class_="tellers") + listed
    return tag("div", (head, names, tellers, *_unknown(group)), class_="side")


def _vote(vote: Vote) -> str:
    inside = words(vote.name)
    if vote.constituency is not None:
        inside += " " + tag("span", words(str(vote.constituency)), class_="of")
    if vote.proxy is not None:
        inside += " " + tag("span", f"proxy: {words(vote.proxy)}", class_="of")
    return tag("li", inside, class_="vote teller" if vote.teller else "vote")


def _unknown(of: Division | VoteGroup) -> Iterator[str]:
    """The lines in a division that no rule knows."""
    return (
        tag("pre", words(each.text), class_="unrecognised") for each in of.items if type(each) is Unrecognised
    )
