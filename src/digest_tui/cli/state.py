"""`digest-tui state`: the path of the state file, a check of it, and a copy of it."""

from datetime import datetime
from pathlib import Path

from digest_tui.cli.arguments import Arguments, Parser
from digest_tui.cli.output import print_lines, say
from digest_tui.cli.places import kept_state_file
from digest_tui.counts import counted
from digest_tui.errors import UsageError
from digest_tui.text import one_line

_CHECK_FAILED = 1


class StateArguments(Arguments):
    """The arguments of `state`."""

    errand: str
    target: Path | None

    @staticmethod
    def add_to(parser: Parser) -> None:
        """Add the actions on the state."""
        parser.add_argument(
            "errand", choices=["path", "check", "backup"], metavar="path|check|backup",
            help="path: print where the file is; check: check it, and rebuild what is shown from the log of decisions; "
            "backup: copy it, or what can be read of a damaged file and that file as it is, and print where they are",
        )  # fmt: skip
        parser.add_argument(
            "target", nargs="?", type=Path, metavar="PATH", help="where the copy goes: a new file or a folder"
        )


def state(arguments: StateArguments) -> int:
    """Run an action on the state file."""
    file = kept_state_file(arguments)
    if arguments.target and arguments.errand != "backup":
        raise UsageError(f"`state {arguments.errand}` takes no path: --data-dir names the folder of the state.")
    match arguments.errand:
        case "check":
            return _check(file)
        case "backup":
            return _back_up(file, arguments.target)
        case _:
            print_lines([one_line(str(file.absolute()))])
            return 0


def _check(file: Path) -> int:
    if not file.exists() and not file.is_symlink():
        say(f"There is no state file {file} yet: nothing has been decided.")
        return 0
    from digest_tui.store.maintenance import check

    report = check(file)
    counts = f"{counted(report.events, 'event')}, {counted(report.papers, 'paper')}"
    print_lines([f"{one_line(str(file))}: {counts}, version {report.version}"])
    for complaint in report.complaints:
        say(f"{file}: {complaint}")
    if report.mended:
        say(f"{counted(report.mended, 'paper')} did not match the log of decisions; this has been repaired.")
    return _CHECK_FAILED if report.complaints or report.mended else 0


def _back_up(file: Path, target: Path | None) -> int:
    from digest_tui.store.maintenance import back_up

    if target is None or target.is_dir():
        name = f"state-{datetime.now():%Y%m%d-%H%M%S}.db"
        target = (target or file.parent) / name
    backup = back_up(file, target)
    print_lines([one_line(str(path.absolute())) for path in (backup.path, *backup.damaged) if path])
    if not backup.damaged:
        return 0
    as_it_is = f"{backup.damaged[0].name} is the file as it is"
    if backup.path is None:
        say(f"Nothing in the state file {file} can be read: {as_it_is}.")
    else:
        read = f"the backup has the {counted(backup.events, 'event')} that could be read"
        say(f"The state file {file} is damaged: {read}, {as_it_is}.")
    return _CHECK_FAILED
