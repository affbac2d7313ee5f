"""Parts of the screen that know nothing of papers but what they are told."""
