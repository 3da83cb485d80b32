"""Registers of members: who sat where, for whom and when, and which speakers they are."""
