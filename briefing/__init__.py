"""Briefing: a desktop editor that turns news articles into official briefing notes."""

__version__ = "0.1.0"
