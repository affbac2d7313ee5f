"""A terminal reader for daily paper digests."""

__version__ = "0.1.0"
