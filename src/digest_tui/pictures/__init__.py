"""Thumbnails of the pictures in digests: whence they may come, and what is kept of them."""
