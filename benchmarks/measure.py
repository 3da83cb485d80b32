"""Processor time and peak memory of one call, fairly: nothing remembered from the call before."""

from __future__ import annotations

import functools
import gc
import sys
import time
import tracemalloc
from collections.abc import Callable
from typing import Any


def forget() -> None:
    """Empty every bounded cache of the library; what is built once in a process stays."""
    for name, module in list(sys.modules.items()):
        if name.startswith("hansardparse"):
            for value in list(vars(module).values()):
                if isinstance(value, functools._lru_cache_wrapper) and value.cache_parameters()["maxsize"]:
                    value.cache_clear()


def seconds(call: Callable[[], Any], runs: int = 7) -> float:
    """The least processor time of some runs, which a busy machine hardly lengthens."""
    return in_turns(call, runs=runs)[0]


def in_turns(*calls: Callable[[], Any], runs: int = 7) -> list[float]:
    """The same of several calls, which take turns: what slows the machine for a while slows all of them."""
    best = [float("inf")] * len(calls)
    for run in range(runs):
        for at, call in enumerate(calls):
            forget()
            gc.collect()
            start = time.process_time()
            call()
            best[at] = min(best[at], time.process_time() - start)
        if run and max(best) > 1:  # the first run builds parsers
            break
    return best


def peak(call: Callable[[], Any]) -> int:
    """The most memory that a call held at once, in bytes."""
    forget()
    gc.collect()
    tracemalloc.start()
    kept = call()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    del kept
    return most
