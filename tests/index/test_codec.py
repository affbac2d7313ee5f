"""Digests as bytes and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui import formats
from digest_tui.index.codec import BROKEN, pack_digest, unpack_digest
from support.golden import samples


def no_pages(summary: int) -> None:
    """None of these digests shows a page of another one."""


LINES = sorted({line for sample in samples() for line in sample.file.read_text(encoding="utf-8").splitlines()})
TEXTS = st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=40).map("\n".join)


@given(TEXTS, st.sampled_from([sample.path for sample in samples()]))
def test_whatever_was_read_comes_back_as_it_was(text: str, path: str) -> None:
    digest = formats.read(text, path, "blog")
    assert unpack_digest(*pack_digest(digest), no_pages) == digest


@given(st.sampled_from(samples()), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_bytes_that_were_changed_on_the_disk_are_known_as_broken_or_read(sample, changes) -> None:  # type: ignore[no-untyped-def]
    summary, packed = pack_digest(sample.explain().digest)
    damaged = bytearray(packed)
    for place, byte in changes:
        damaged[int(place * (len(packed) - 1))] = byte
    try:
        unpack_digest(summary, bytes(damaged), no_pages)
    except BROKEN:
        pass
    except Exception as error:
        pytest.fail(f"{type(error).__name__}: {error}")
