"""Every sample below `golden/` is read exactly as the JSON beside it says."""

import json

import pytest

from digest_tui.formats import structured
from support.golden import GOLDEN, Sample, as_json, samples

SAMPLES = samples()
_of_every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)


@_of_every_sample
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


def test_every_golden_file_has_its_sample() -> None:
    assert set(GOLDEN.rglob("*.json")) == {sample.json_file for sample in SAMPLES}
