"""What follows from a transcript: who speaks, in which capacity, to whom, and whom they name."""

from hansardparse.moved import inside

__getattr__ = inside(__name__)
