"""The tree, and nothing that reads it; `hansardparse.nodes` has all of its classes."""

from hansardparse.moved import inside

__getattr__ = inside(__name__)
