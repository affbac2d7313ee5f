"""The words by which digests name their parts."""

from digest_tui.formats.words.labels import is_part
from digest_tui.model.facets import NAMES


def test_every_name_of_a_facet_is_the_name_of_a_part() -> None:
    """Else a section that the section keys jump to may be taken for the title of a paper."""
    missing = {
        (facet.value, language): unknown
        for facet, languages in NAMES.items()
        for language, names in languages.items()
        if (unknown := [name for name in names.split("|") if not is_part(name)])
    }
    assert missing == {}
