"""Programs outside the terminal: browser, clipboards, pager."""
