"""What the reader does, without a screen: imports neither textual nor rich."""
