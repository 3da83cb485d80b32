"""The layouts that are known, and which of them a text is in."""

from hansardparse.layouts.detect import SAMPLE, detect, doubt, ranked, run_together
from hansardparse.layouts.known import LAYOUTS, load_layout
from hansardparse.layouts.layout import Layout

__all__ = ["LAYOUTS", "SAMPLE", "Layout", "detect", "doubt", "load_layout", "ranked", "run_together"]
