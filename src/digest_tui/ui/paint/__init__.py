"""Blocks to styled lines of a given width in cells, for whatever widget draws them."""
