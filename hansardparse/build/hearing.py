"""From the lines of a hearing to typed nodes: numbers behind names, and who gives evidence."""

from __future__ import annotations

from typing import Any

import attrs

from hansardparse.build.contributions import Builder
from hansardparse.build.tokens import extent
from hansardparse.grammar import Raw
from hansardparse.grammar.lark_loops import Piece
from hansardparse.model.nodes import Contribution, QuestionNumber, Speaker
from hansardparse.speakers import labels
from hansardparse.speakers.attendance import WITNESS, Attendance

__all__ = ["HearingBuilder"]


class HearingBuilder(Builder):
    """Makes the nodes of a hearing. Who is listed as a witness gives evidence: the page prints that."""

    def items(self, found: Raw) -> list[Any]:
        """The nodes of everything found, flat and in document order."""
        nodes = super().items(found)
        there = Attendance(nodes, self.stretch.profile)
        return [self._attended(n, there) if type(n) is Contribution else n for n in nodes]

    def _attended(self, node: Contribution, there: Attendance) -> Contribution:
        """A contribution with what the lists say of who speaks."""
        speaker, one = node.speaker, there.of(node.speaker.label)
        role = one.role if one is not None and not speaker.in_chair else speaker.role
        kind = "evidence" if role == WITNESS and node.printed_kind == "speech" else node.printed_kind
        if role == speaker.role and kind == node.printed_kind:
            return node
        return attrs.evolve(node, speaker=attrs.evolve(speaker, role=role), printed_kind=kind)

    def _opening(self, token: Piece) -> tuple[Speaker, list[Any]]:
        """The speaker of a label; numbers that stand behind it, or without one."""
        if token.type == "ANSWER":
            speaker, blocks = super()._opening(token)
            return attrs.evolve(speaker, role=WITNESS), blocks
        if token.type not in ("ASKED", "UNNAMED", "NUMBERED"):
            return super()._opening(token)
        places, span = self.stretch.places(token), self.stretch.span(token)
        said = extent((places["said"][0], min(places["said"][1], span[1])))
        number, words = places["number"], self.stretch.words
        mark = self.stretch.trimmed(number.start, said[0])
        blocks = [QuestionNumber(words(mark), words(number), mark)]
        if said[1] > said[0]:
            blocks.append(self._words.paragraph(said))
        if token.type != "ASKED":
            return Speaker(span=extent((span.start, span.start))), blocks
        place = self.stretch.trimmed(*places["label"])
        return labels.speaker(words(place), place, profile=self.stretch.profile), blocks
