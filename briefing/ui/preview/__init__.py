"""The page as it will be exported, laid out block by block."""
