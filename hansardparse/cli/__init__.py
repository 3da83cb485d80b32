"""The command line."""

from hansardparse.moved import inside

__getattr__ = inside(__name__)
