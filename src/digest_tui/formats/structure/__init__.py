"""What a document is made of before anybody asks what it means: lines, headings, lists, tables, links."""
