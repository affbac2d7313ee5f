"""The private parts of Textual that are stood on are there, and the modules of one folder alone name them."""

import ast
import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import pytest
from textual import _border, _compositor, _parser, _time, _xterm_parser
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

import digest_tui.ui
from digest_tui.ui import internals

INTERNALS = Path(internals.__file__).parent
SIGNATURES = [
    (App, "_display", ["self", "screen", "renderable"]),
    (App, "_handle_exception", ["self", "error"]),
    (Screen, "_forward_event", ["self", "event"]),
    (Widget, "_forward_event", ["self", "event"]),
    (Screen, "_compositor_refresh", ["self"]),
    (Screen, "_on_screen_resume", ["self", "event"]),
    (Screen, "_screen_resized", ["self", "size"]),
    (Screen, "_refresh_layout", ["self", "size", "scroll"]),
    (Message, "_set_forwarded", ["self"]),
    (LinuxDriver, "_sigcont_application", ["self", "_"]),
    (LinuxDriver, "_sigtstp_application", ["self", "_"]),
    (LinuxDriver, "_run_input_thread", ["self"]),
    (_compositor.Compositor, "render_update", ["self", "full", "screen_stack", "simplify"]),
    (_compositor.CompositorUpdate, "render_segments", ["self", "console"]),
    (_compositor.LayoutUpdate, "render_segments", ["self", "console"]),
    (_border, "get_box", ["name", "inner_style", "outer_style", "style"]),
    (_xterm_parser.XTermParser, "_sequence_to_key_events", ["self", "sequence", "alt"]),
]
ATTRIBUTES = [
    (App, "_size"),
    (App, "_exit"),
    (App, "_clipboard"),
    (App, "_filters"),
    (App, "_driver"),
    (App, "_background_screens"),
    (App, "_batch_count"),
    (App, "_notifications"),
    (App, "_return_code"),
    (App, "_exception"),
    (App, "_exception_event"),
    (Screen, "_compositor"),
    (_compositor.Compositor, "_dirty_regions"),
    (Widget, "_border_title"),
    (Widget, "_layout_updates"),
    (Widget, "_border_subtitle"),
    (Widget, "_repaint_required"),
    (LinuxDriver, "_file"),
    (LinuxDriver, "_writer_thread"),
    (Driver, "_app"),
    (Driver, "_loop"),
    (Driver, "_auto_restart"),
    (_parser.Parser, "_timeout_time"),
]


@pytest.mark.parametrize(("owner", "name", "parameters"), SIGNATURES)
def test_a_private_call_is_there_with_its_parameters(
    owner: type | ModuleType, name: str, parameters: list[str]
) -> None:
    assert [*inspect.signature(vars(owner)[name]).parameters][: len(parameters)] == parameters


def test_the_clock_of_the_parser_can_be_asked() -> None:
    assert _time.get_time() <= _time.get_time()


@pytest.mark.parametrize(("owner", "name"), ATTRIBUTES)
def test_a_private_attribute_is_there(owner: type, name: str) -> None:
    assert name in private_names(owner)


def test_every_private_name_that_is_used_is_tested() -> None:
    of_textual = set().union(*map(private_names, classes_of_textual()))
    nodes = [node for file in INTERNALS.glob("*.py") for node in ast.walk(parsed(file))]
    used = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    used |= {node.name for node in nodes if isinstance(node, ast.FunctionDef)}
    assert used & of_textual == {name for _, name, _ in SIGNATURES if is_private(name)} | {
        name for _, name in ATTRIBUTES
    }


def test_no_other_module_imports_a_private_module_of_textual() -> None:
    found = {
        file.relative_to(INTERNALS.parent).as_posix()
        for file in Path(digest_tui.ui.__path__[0]).rglob("*.py")
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("textual")
        and any(is_private(part) for part in (*(node.module or "").split("."), *(name.name for name in node.names)))
    }
    assert found == {f"internals/{name}.py" for name in ("app", "drawing", "terminal")}


def test_no_class_of_ours_overrides_or_sets_a_private_name_of_its_textual_bases() -> None:
    for ours in classes_of_ours():
        theirs = frozenset().union(*map(private_names, filter(is_textuals, ours.__mro__)))
        assert not private_names(ours) & theirs, f"{ours.__qualname__} means something else by the names of Textual's"


def test_no_other_module_reaches_into_an_object_of_textual() -> None:
    """A private name on anything but `self` is ours: some class or named tuple of ours has it."""
    of_textual = set().union(*map(private_names, classes_of_textual()))
    for file in Path(digest_tui.ui.__path__[0]).rglob("*.py"):
        if file.parent == INTERNALS:
            continue
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.Attribute) and is_private(node.attr) and node.attr in of_textual:
                owner = ast.unparse(node.value)
                assert owner in ("self", "os") or node.attr == "_replace", (
                    f"{file.name}:{node.lineno} {owner}.{node.attr}"
                )


def is_private(name: str) -> bool:
    """Whether a name begins with one underscore."""
    return name.startswith("_") and not name.startswith("__")


def is_textuals(made: type) -> bool:
    """Whether a class is one of Textual's."""
    return made.__module__.split(".")[0] == "textual"


def parsed(file: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def private_names(owner: type) -> frozenset[str]:
    """The private names that the text of a class defines: methods, values, what methods set on `self`."""
    try:
        [made] = ast.parse(dedent(inspect.getsource(owner))).body
    except (OSError, TypeError, SyntaxError):
        return frozenset()
    assert isinstance(made, ast.ClassDef)
    names = {node.name for node in made.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    for node in ast.walk(made):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and ast.unparse(node.value) == "self":
            names.add(node.attr)
    for value in made.body:
        targets = value.targets if isinstance(value, ast.Assign) else [getattr(value, "target", None)]
        names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return frozenset(filter(is_private, names))


def classes_of_ours() -> Iterator[type]:
    """Every class of `ui` that has a base in Textual, but for those of the module itself."""
    for module in pkgutil.walk_packages(digest_tui.ui.__path__, "digest_tui.ui."):
        loaded = importlib.import_module(module.name)
        for made in vars(loaded).values():
            if not inspect.isclass(made) or made.__module__ != module.name:
                continue
            if not module.name.startswith(internals.__name__) and any(map(is_textuals, made.__mro__)):
                yield made


def classes_of_textual() -> list[type]:
    """Every class of Textual that the reader has loaded."""
    modules = [module for name, module in list(sys.modules.items()) if name.split(".")[0] == "textual"]
    made = [each for module in modules for each in vars(module).values() if inspect.isclass(each)]
    return list(filter(is_textuals, dict.fromkeys(made)))
