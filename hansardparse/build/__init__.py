"""From lines with their roles to typed nodes, and from nodes to sections."""
