"""Every sample below `golden/` is read exactly as the JSON beside it says."""

import json

import pytest

from digest_tui.formats import structured
from support.golden import GOLDEN, Sample, as_json, samples
from support.promises import promises

SAMPLES = samples()
_of_every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)


@_of_every_sample
@promises(
    "README.md",
    "Any digest opens, and every paper in it is found",
    "Jekyll posts, paper logs, headings, lists, tables, `<details>`, a page a paper, hundreds of days in one "
    "file; in Korean, English, Chinese and Japanese.",
)
@promises(
    "docs/digests.md",
    "Any Markdown digest opens, with every paper in it: papers as headings of any level, list items, rows of "
    "Markdown or HTML tables, `<details>`, or a page each; one file a day, or one with hundreds of days by date "
    "headings or a date column; with the front matter of Jekyll, Hugo, Astro, Quarto or none; in Korean, "
    "English, Chinese or Japanese.",
    "Any other | what its headings, rows or items have in common: a title, and a link or an id of one paper",
)
def test_a_sample_is_read_as_its_golden_file_says(sample: Sample) -> None:
    expected = json.loads(sample.json_file.read_text(encoding="utf-8"))
    assert as_json(sample.explain().digest) == expected


@_of_every_sample
def test_the_explanation_accepts_the_shapes_that_the_format_names(sample: Sample) -> None:
    explanation = sample.explain()
    # `structured` answers by the names of the shapes it found.
    accepted = [attempt.format for attempt in explanation.attempts if attempt.accepted]
    accepted = [name for name in accepted if name != structured.NAME]
    if explanation.digest.is_text:
        # The one paper that a shape found may have been turned down as an example.
        accepted = accepted[-1:]
    assert accepted == explanation.digest.format.split(" + ")


def test_the_samples_show_every_format_and_every_shape() -> None:
    explanations = [sample.explain() for sample in SAMPLES]
    known = {attempt.format for explanation in explanations for attempt in explanation.attempts}
    shown = {explanation.digest.format for explanation in explanations}
    assert {name for names in shown for name in names.split(" + ")} == known - {structured.NAME}
    assert any(" + " in names for names in shown), "no sample whose papers have different shapes"


@promises("README.md", "and 87 samples of other people's formats are tests.")
def test_every_golden_file_has_its_sample() -> None:
    assert set(GOLDEN.rglob("*.json")) == {sample.json_file for sample in SAMPLES}
