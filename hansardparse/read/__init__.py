"""Containers: files that are no plain text, and how each is read to text or to lines with roles."""
