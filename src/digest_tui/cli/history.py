"""`digest-tui log`: every decision that was made or taken back."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from digest_tui.cli.arguments import Arguments, Parser
from digest_tui.cli.output import print_json, print_lines, say
from digest_tui.cli.setup import opened_store
from digest_tui.counts import counted
from digest_tui.model import Event
from digest_tui.text import one_line, sanitize
from digest_tui.triage.wording import logged

_NOTHING_FOUND = 1


class LogArguments(Arguments):
    """The arguments of `log`."""

    format: str

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add how decisions are printed."""
        parser.add_argument("--format", choices=["table", "json"], default="table", help="default: %(default)s")


def print_log(arguments: LogArguments) -> int:
    """Print the log, oldest first; the digests play no part."""
    with opened_store(arguments) as store:
        events = list(store.events())
    if arguments.format == "json":
        print_json([_printable(event) for event in events])
    else:
        print_lines(_rows(events))
    if not events:
        say("Nothing has been decided yet.")
        return _NOTHING_FOUND
    return 0


def _printable(event: Event) -> dict[str, object]:
    """Return an event fit to print: other programs may have written the file."""
    return {name: sanitize(value) if isinstance(value, str) else value for name, value in event._asdict().items()}


def _rows(events: Sequence[Event]) -> Iterator[str]:
    papers: dict[str, set[str]] = defaultdict(set)
    for event in events:
        if event.key:
            papers[event.batch].add(event.key)
    for event in events:
        # What is undone is a batch: its event names no paper itself.
        keys = {event.key} if event.key else papers[event.batch]
        what = one_line(next(iter(keys))) if len(keys) == 1 else counted(len(keys), "paper")
        yield f"{_local_time(event.stamp)}  {one_line(event.host)} {event.n:>6}  {logged(event):13}  {what}"


def _local_time(stamp: int) -> str:
    try:
        return datetime.fromtimestamp(stamp / 1000).isoformat(" ", "seconds")
    except (OverflowError, OSError, ValueError):
        # The clock of some machine was far off.
        return f"{stamp} ms"
