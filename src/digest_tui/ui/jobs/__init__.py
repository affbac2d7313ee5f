"""What runs in threads: scans, searches, the store, fetching; and what is done while nobody types."""
