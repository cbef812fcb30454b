"""Articles read in a process of their own, behind walls: what comes in cannot reach the window or the disk."""

from briefing.sandbox.readers import Readers, Reading

__all__ = ["Readers", "Reading"]
