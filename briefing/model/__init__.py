"""Articles, anchors, points, notes, the edits on them and their history. Values are frozen."""
