"""Sheets and dialogs. Each takes values and gives back values."""
