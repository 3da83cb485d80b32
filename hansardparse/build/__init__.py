"""From lines with their roles to typed nodes, and from nodes to sections."""

from hansardparse.moved import inside

__getattr__ = inside(__name__)
