"""The table of subcommands."""

import inspect
import os
import shutil
import subprocess
import sys
from typing import Any

import pytest

from digest_tui.cli.arguments import Arguments, Parser
from digest_tui.cli.command_line import parse_arguments
from digest_tui.cli.subcommands import SUBCOMMANDS, Subcommand, subcommand
from digest_tui.loading import loaded

each_row = pytest.mark.parametrize("row", SUBCOMMANDS, ids=[row.name for row in SUBCOMMANDS])


def test_no_two_commands_have_one_name() -> None:
    assert len({row.name for row in SUBCOMMANDS}) == len(SUBCOMMANDS)


@each_row
def test_every_row_names_a_class_and_a_function_of_one_module(row: Subcommand) -> None:
    assert issubclass(row.arguments_class(), Arguments)
    function = loaded(row.function)
    assert row.function.partition(":")[0] == row.arguments.partition(":")[0] == function.__module__
    assert len(inspect.signature(function).parameters) == 1
    assert subcommand(row.name) is row


@each_row
def test_every_command_is_in_the_help_with_its_sentence(row: Subcommand, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse_arguments(["--help"])
    assert f"{row.name} {row.sentence} " in " ".join(capsys.readouterr().out.split())


def test_what_was_typed_has_the_class_of_its_command() -> None:
    for argv in (["undo"], ["--dir", "list", "undo"], ["undo", "--dir", "list"]):
        assert type(parse_arguments(argv)) is subcommand("undo").arguments_class()


@each_row
def test_the_help_makes_no_parser_of_a_command(row: Subcommand, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    whole = Parser.__init__

    def noted(self: Parser, **options: Any) -> None:
        whole(self, **options)
        made.append(self.prog)

    monkeypatch.setattr(Parser, "__init__", noted)
    for argv in (["--help"], [row.name, "--help"]):
        with pytest.raises(SystemExit):
            parse_arguments(argv)
        assert {prog for prog in made if prog.startswith("digest-tui ")} == {f"digest-tui {name}" for name in argv[:-1]}


def test_a_declared_argument_does_not_ask_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def size() -> os.terminal_size:
        asked.append(True)
        return os.terminal_size((40, 20))

    monkeypatch.setattr(shutil, "get_terminal_size", size)
    parse_arguments(["list", "word"])
    assert not asked
    with pytest.raises(SystemExit):
        parse_arguments(["list", "--help"])
    assert asked


@pytest.mark.parametrize("argv", [["--help"], ["--version"], ["log", "--help"]], ids=" ".join)
def test_commands_that_were_not_typed_are_not_loaded(argv: list[str]) -> None:
    code = f"""if True:
        import atexit, sys
        atexit.register(lambda: print(*sys.modules, file=sys.stderr))
        from digest_tui.cli.main import main
        main({argv!r})
    """
    environ = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environ)
    modules = set(ended.stderr.split())
    others = {row.function.partition(":")[0] for row in SUBCOMMANDS if row.name not in argv}
    assert "digest_tui.cli.subcommands" in modules
    assert not modules & others
    assert not {name for name in modules if name.startswith(("digest_tui.library", "digest_tui.sources"))}
