"""The layouts that are known, and which of them a text is in."""

from hansardparse.moved import inside

__getattr__ = inside(__name__)
