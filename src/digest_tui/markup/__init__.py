"""One paper's Markdown to typed blocks. Import the modules one by one: only `parser` loads markdown-it."""
