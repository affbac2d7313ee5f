"""The papers that an entry of a person's own may be about, by what reference managers and publishers write."""

from __future__ import annotations

from digest_tui.exporters.bibtex_file import Body
from digest_tui.model.typed_ids import arxiv_in, keys_meant
from digest_tui.patterns import pattern

_ADDRESSES = ("url", "howpublished", "ee", "link")
_ARXIV_FIELDS = ("arxiv", "arxivid", "arxiv_id")
_PROSE = ("note", "journal", "journaltitle", "howpublished", "volume", "number", "pages", "publisher", "eid", "annote")
"""Where an arXiv id stands behind a few words: `arXiv preprint arXiv:2512.07951`, `abs/2512.07951`."""
_URL_COMMAND = pattern(r"\\url\s*+|\\href\s*+\{([^{}]*+)\}.*")
_NAMES_ARXIV = pattern(r"(?i)arxiv|abs/")
_BEHIND_WORDS = pattern(
    r"(?i)(?:(?:arxiv|corr|preprint|e-?prints?|available (?:at|as)|also)[\s,:;(]+)*"
    r"(?:abs/)?(?P<id>(?:[a-z-]+(?:\.[a-z-]{2,9})?/[0-9]{7}|[0-9]{4}\.[0-9]{4,5})(?:v[0-9]+)?)"
    r"(?:\s*\[[a-z.\-]+\])?[\s).,;]*(?:\(?[0-9]{4}\)?)?[\s.,;]*"
)
_IS_ARXIV = frozenset({"", "arxiv"})


def ids_of(body: Body) -> frozenset[str]:
    """Return the keys of the papers that an entry may be about."""
    values = {field.name: field.value for field in body.fields}
    ids: set[str] = set()
    archive = values.get("archiveprefix") or values.get("eprinttype") or ""
    if "eprint" in values and archive.strip("{} ").lower() in _IS_ARXIV:
        ids.update(_arxiv(values["eprint"]))
    for name in _ARXIV_FIELDS:
        if name in values:
            ids.update(_arxiv(values[name]))
    if "doi" in values:
        ids.update(keys_meant(_plain(values["doi"])))
    for name in _ADDRESSES:
        if name in values:
            ids.update(keys_meant(_plain(_URL_COMMAND.sub(r"\1", values[name]))))
    for name in _PROSE:
        value = _plain(values.get(name, ""))
        if _NAMES_ARXIV.search(value) and (found := _BEHIND_WORDS.fullmatch(value)):
            ids.update(_arxiv(found["id"]))
    return frozenset(ids)


def _arxiv(value: str) -> tuple[str, ...]:
    arxiv = arxiv_in(_plain(value))
    return (f"arxiv:{arxiv}",) if arxiv else ()


def _plain(value: str) -> str:
    return value.replace("\\", "").replace("{", "").replace("}", "").strip()
