"""Finding papers: the query language, matching as people type Korean and English, aliases and ranking."""
