"""The papers as `list --format json` prints them: a file of ours is replaced whole, any other is refused."""

from __future__ import annotations

import json
from collections.abc import Sequence

from digest_tui.errors import ExportError
from digest_tui.exporters.exported import Exported
from digest_tui.exporters.json_spans import items, lines_of
from digest_tui.exporters.merging import Update
from digest_tui.model.record import RECORD_KEYS, Record


def update(text: str, papers: Sequence[Exported], *, prune: bool = False) -> Update:
    """Replace the text of a file whose objects have exactly the keys of ours."""
    before = _records(text)
    after = {paper.record["key"]: paper.record for paper in papers}
    there = [(before[key], record) for key, record in after.items() if key in before]
    changed = sum(old != new for old, new in there)
    return Update(
        json.dumps(list(after.values()), ensure_ascii=False, indent=2) + "\n",
        len(after) - len(there),
        changed,
        len(there) - changed,
        len(before) - len(there),
    )


def _records(text: str) -> dict[object, Record]:
    spans = items(text) if text.strip() else []
    for span, line in zip(spans, lines_of(text, spans), strict=True):
        if not isinstance(span.value, dict) or span.value.keys() != RECORD_KEYS:
            raise ExportError(
                "this is no object as `list --format json` prints it, so the file is left as it is.",
                line,
            )
    return {str(span.value["key"]): span.value for span in spans}
