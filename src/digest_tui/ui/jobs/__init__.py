"""Work in threads (scans, searches, the store, fetching) and while nobody types."""
