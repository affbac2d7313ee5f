"""`digest-tui log`: every decision that was made or undone."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from digest_tui.cli.arguments import PagedArguments, Parser, whole_number
from digest_tui.cli.colours import Colours, colours
from digest_tui.cli.output import json_line, print_json, print_lines, say
from digest_tui.cli.setup import opened_store
from digest_tui.counts import counted
from digest_tui.model import Event
from digest_tui.model.machines import machine_names
from digest_tui.text import cells_of, one_line, padded, sanitize
from digest_tui.triage.wording import logged

_NOTHING_FOUND = 1
_WHAT_CELLS = 13
"""The least width of what happened, so that papers mostly stand below one another."""
_ARXIV = "arxiv:"


class LogArguments(PagedArguments):
    """The arguments of `log`."""

    format: str
    limit: int | None

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add how decisions are printed, and how many."""
        parser.add_argument(
            "--format", choices=["table", "json", "jsonl"], default="table", help="default: %(default)s"
        )
        parser.add_argument("--limit", type=whole_number(0), metavar="N", help="print only the N newest")
        PagedArguments.add_to(parser)


class _Logged(NamedTuple):
    """An event, and what it was about."""

    event: Event
    what: str
    """What happened, in words: "starred", "undone"."""
    of: tuple[str, ...]
    """For an undo or a redo what it took back or made again, each once: "marked read"."""
    keys: tuple[str, ...]
    """The papers that it was about."""


def print_log(arguments: LogArguments) -> int:
    """Print the log, oldest first; the digests play no part."""
    with opened_store(arguments) as store:
        events = list(store.events())
        shown = list(_told(events))
        if arguments.limit is not None:
            shown = shown[max(0, len(shown) - arguments.limit) :]
        machines = machine_names((event.host for event in events), store.machines())
        titles = {known.key: known.title for known in store.known({key for each in shown for key in each.keys})}
    may_page = not arguments.no_pager
    match arguments.format:
        case "json":
            print_json([_printable(each, titles, machines) for each in shown], may_page=may_page)
        case "jsonl":
            print_lines((json_line(_printable(each, titles, machines)) for each in shown), may_page=may_page)
        case _:
            are_several = len({event.host for event in events}) > 1
            print_lines(_rows(shown, titles, machines if are_several else {}), may_page=may_page)
    if not events:
        say("Nothing has been decided yet.")
        return _NOTHING_FOUND
    return 0


def _told(events: Sequence[Event]) -> Iterator[_Logged]:
    batches: dict[str, list[Event]] = {}
    for event in events:
        if event.key:
            batches.setdefault(event.batch, []).append(event)
    for event in events:
        # What is undone is a batch: its event names no paper itself.
        done = [event] if event.key else batches.get(event.batch, [])
        of = () if event.key else tuple(dict.fromkeys(map(logged, done)))
        yield _Logged(event, logged(event), of, tuple(dict.fromkeys(one.key for one in done)))


def _printable(told: _Logged, titles: Mapping[str, str], machines: Mapping[str, str]) -> dict[str, object]:
    """Return the fields of an event and what it was, fit to print: other programs may have written the file."""
    event = told.event
    fields: dict[str, object] = event._asdict() | {"machine": machines[event.host]}
    fields |= {"title": titles.get(event.key), "what": told.what, "of": list(told.of)}
    return {name: sanitize(value) if isinstance(value, str) else value for name, value in fields.items()}


def _rows(shown: Sequence[_Logged], titles: Mapping[str, str], machines: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each event; with the machine where some are named."""
    width = max((cells_of(name) for name in machines.values()), default=0)
    look = colours()
    for event, what, of, keys in shown:
        machine = f"  {padded(machines[event.host], width)}" if machines else ""
        done = f"{what}: {', '.join(of)}" if of else what
        when = f"{look.dim}{_local_time(event.stamp)}{machine}{look.end}"
        yield f"{when}  {padded(done, _WHAT_CELLS)}  {_papers(keys, titles, look)}"


def _papers(keys: Sequence[str], titles: Mapping[str, str], look: Colours) -> str:
    """Return the id and the title of a paper, or how many papers there are."""
    if len(keys) != 1:
        return counted(len(keys), "paper")
    key = keys[0]
    # The id by which `show` finds it; other keys keep what kind they are.
    short_id = f"{look.accent}{one_line(key.removeprefix(_ARXIV))}{look.end}"
    return "  ".join(filter(None, (short_id, one_line(titles.get(key, "")))))


def _local_time(stamp: int) -> str:
    try:
        return datetime.fromtimestamp(stamp / 1000).isoformat(" ", "seconds")
    except (OverflowError, OSError, ValueError):
        # The clock of some machine was far off.
        return f"{stamp} ms"
