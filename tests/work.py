"""How much work a call does: the same on every machine and at every time, which no clock is."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from typing import Any

from conftest import ROOT

from benchmarks.measure import forget

__all__ = ["work"]

PACKAGE = str(ROOT / "hansardparse")
#: Methods that go through the whole of what they are methods of.
WHOLE = frozenset(
    "casefold copy index insert lower lstrip partition remove replace reverse rpartition rstrip sort split "
    "strip translate upper".split()
)
#: So many characters, or items, that are gone through are one step.
GULP = 8


def work(act: Callable[[], Any]) -> int:
    """The steps that `act` takes.

    A step is a line of the library that is run (in a loop, once for each turn), a call of anything, and each
    GULP of characters or items that a function of the library gives back or a method goes through.
    """
    steps = carried = 0

    def traced(frame: Any, event: str, arg: Any) -> Any:
        nonlocal steps, carried
        if event == "line":
            steps += 1
        elif event == "return" and isinstance(arg, (str, tuple, list, set, dict)):
            carried += len(arg)
        return traced

    def called(frame: Any, event: str, arg: Any) -> Any:
        return traced if frame.f_code.co_filename.startswith(PACKAGE) else None

    def profiled(frame: Any, event: str, arg: Any) -> None:
        nonlocal steps, carried
        if event == "call":
            steps += 1
            if frame.f_code.co_name == "__init__" and frame.f_code.co_filename.startswith("<attrs"):
                carried += sum(len(v) for v in frame.f_locals.values() if type(v) in (str, tuple))
        elif event == "c_call":
            steps += 1
            owner = getattr(arg, "__self__", None)
            if isinstance(owner, (str, list)) and arg.__name__ in WHOLE:
                carried += len(owner)

    forget()
    gc.disable()
    before = sys.gettrace()
    sys.setprofile(profiled)
    sys.settrace(called)
    try:
        act()
    finally:
        sys.settrace(before)
        sys.setprofile(None)
        gc.enable()
    return steps + carried // GULP
