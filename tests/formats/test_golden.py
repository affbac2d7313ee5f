"""Every sample in `golden/` is read exactly as the JSON beside it says."""

import dataclasses
import json
from datetime import date
from pathlib import Path

import pytest

from digest_tui import formats
from digest_tui.model import Digest

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = sorted(GOLDEN.glob("*.md"))


def as_json(digest: Digest) -> object:
    """The digest without what was given, and of each paper only what is known: absent values would drown the rest."""
    fields = dataclasses.asdict(digest)
    for given in ("lines", "source", "path"):
        del fields[given]
    fields["papers"] = [
        {name: value for name, value in paper.items() if value or value == 0} for paper in fields["papers"]
    ]
    return json.loads(json.dumps(fields, default=date.isoformat))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_sample_is_read_as_its_golden_file_says(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    digest = formats.read(text, sample.name, "golden")
    assert as_json(digest) == json.loads(sample.with_suffix(".json").read_text(encoding="utf-8"))


def test_the_samples_cover_every_format() -> None:
    found = {formats.read(sample.read_text(encoding="utf-8"), sample.name, "golden").format for sample in SAMPLES}
    assert found == {"jekyll-post", "paper-log", "text"}
