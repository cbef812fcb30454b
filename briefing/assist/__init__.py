"""What helps the analyst: sentences, dates, suggestions, checks. Pure, offline, no Qt."""
