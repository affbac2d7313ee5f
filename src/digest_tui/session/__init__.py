"""The logic of the reader, without a screen: imports neither textual nor rich."""
