"""What the two ways of using the organisation's own Word file share."""
