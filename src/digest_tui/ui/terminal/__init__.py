"""The terminal itself: driver, signals, the screen saved for the next start."""
