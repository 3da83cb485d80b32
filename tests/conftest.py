"""What the tests share: where things are, and how hard Hypothesis tries."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from cases import GRAMMARS, apart
from hypothesis import HealthCheck, settings

__all__ = ["CORPUS", "GRAMMARS", "ROOT", "SAMPLES", "apart"]

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
SAMPLES = sorted((ROOT / "samples").glob("*/*.txt"))

# A run of CI draws the same examples each time: what it finds is the change's doing, not luck's. New ones are
# looked for by `HYPOTHESIS_PROFILE=thorough python -m pytest -n auto tests/test_laws.py`, and kept as tests.
settings.register_profile(
    "ci", max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("quick", max_examples=10, deadline=None)
settings.register_profile(
    "thorough", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The real transcripts, which are not part of the project."""
    if not CORPUS.is_dir():
        pytest.skip(f"no real transcripts at {CORPUS}")
    return CORPUS
