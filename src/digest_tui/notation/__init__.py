"""Notation of Markdown and of the HTML in it: what all who read them must agree on.

Markdown is understood in four places, because they ask four things of it:

- `formats.structure.blocks` asks where headings, items and code stand in a whole file, with markdown-it's block rules
  alone, amended for what generated digests break: parsing the words of every line too would make a scan half as long
  again.
- `formats.words` asks what one line says: which of its links leads to the paper, where the title ends. It reads lines
  that are no valid Markdown (unbalanced brackets, bold that never closes), which CommonMark would only call text.
- `markup.parser` asks how one paper looks, with all of markdown-it and the amendments of `dialect`: exact, and
  right for the one on the screen.
- `visible`, here, asks which words a person sees, of every paper at once: patterns over lines, in linear time and in a
  ninth of what the parser takes.

What they have in common is defined once: here, where a URL ends and what it leads to (`urls`), where code stands in a
line (`code_spans`), which tags are HTML (`tags`), which words name the text behind them (`lead_marks`), scripts without
spaces (`cjk`); in `markup`, formulas (`tex`). The
same text then has the same words in the reader, in the search and in its excerpts (`tests/notation/test_same_words.py`)
but for what is meant: the reader shows formulas and raised letters as signs, and HTML that is more than words as it is
written; search takes formulas as they are written, looks past tags, and leaves out the label of a clip, for who looks
for papers without `video` does not mean those that come with one.
"""
