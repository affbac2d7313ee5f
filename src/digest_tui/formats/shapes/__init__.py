"""The shapes in which papers stand in a digest, one module each: headings, table rows, list items, whole pages."""
