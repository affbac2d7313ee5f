"""The marks of the screen, by name."""

DECISIONS = {"new": "●", "starred": "★", "read": "✓", "skipped": "×", "later": ">"}
"""What was decided about a paper."""
MEDIA = {"picture": "▣", "video": "▶"}
