"""The parts of a document before anybody asks what they mean: lines, headings, lists, tables, links."""
