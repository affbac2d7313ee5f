"""The words by which digests name their parts."""

import pytest

from digest_tui.formats.labels import is_part
from digest_tui.model.facets import NAMES


@pytest.mark.xfail(
    reason="`formats.labels` does not know every name of `model.facets` yet; remove this mark when it does"
)
def test_every_name_of_a_facet_is_the_name_of_a_part() -> None:
    """Else a section that the section keys jump to may be taken for the title of a paper."""
    missing = {
        (facet.value, language): unknown
        for facet, languages in NAMES.items()
        for language, names in languages.items()
        if (unknown := [name for name in names.split("|") if not is_part(name)])
    }
    assert missing == {}
