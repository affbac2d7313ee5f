"""The pane that shows a paper, and its pages as lines."""
