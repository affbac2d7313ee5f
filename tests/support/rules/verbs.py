"""What the verbs decide, as a specification: each sets something, and takes it back where it is set already."""

from collections.abc import Mapping

from support.rules.log import Place, State

STATUS = {"r": "read", "m": "read", "d": "later", "x": "skipped"}
"""The status that a key sets."""


def is_set(verb: str, state: State) -> bool:
    """Whether there is something to take back; `r` takes back any status."""
    kind, _, name = verb.partition(" ")
    match kind:
        case "r" | "m":
            return state.status != "unread"
        case "d" | "x":
            return state.status == STATUS[kind]
        case "s":
            return state.star
        case "t":
            return name in state.tags
    raise AssertionError(verb)


def change(verb: str, *, takes_back: bool) -> tuple[str, str]:
    """The field that a verb writes, and its value."""
    kind, _, name = verb.partition(" ")
    if kind in STATUS:
        return "status", "unread" if takes_back else STATUS[kind]
    return "star" if kind == "s" else f"tag:{name}", "0" if takes_back else "1"


def decide(verb: str, papers: Mapping[str, State]) -> dict[Place, str]:
    """What a verb does to papers: it sets those that are not set; only when all are, it takes all back."""
    unset = [key for key, state in papers.items() if not is_set(verb, state)]
    field, new = change(verb, takes_back=not unset)
    return {(key, field): new for key in unset or papers}


def mark_read(papers: Mapping[str, State]) -> dict[Place, str]:
    """What the bulk menu does: those that are new become read; what is decided stays."""
    return {(key, "status"): "read" for key, state in papers.items() if state.is_new}
