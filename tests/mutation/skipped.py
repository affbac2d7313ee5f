"""Places where a change cannot be told from outside: types, documentation, and what only saves time or memory."""

from typing import Any

Node = Any
"""Of parso's tree, whose types do not tell one kind of node from another."""

_TYPE_CALLS = ("cast", "TypeVar", "NewType", "ParamSpec")
_SAVING_DECORATORS = ("cache", "lru_cache", "final", "override", "overload", "runtime_checkable")
"""Those that keep what was made, and those that only a type checker reads."""
_SAVING_OPTIONS = ("slots", "frozen", "maxsize")
"""Of decorators; that nothing is assigned to a frozen object the type checker sees."""


def is_skipped(node: Node, start: tuple[int, int]) -> bool:
    """Whether no test can notice a change of this node."""
    if node.type == "decorator":
        return _decorator_name(node) in _SAVING_DECORATORS or _is_promise(node.search_ancestor("classdef"))
    step = node.get_leaf_for_position(start) if hasattr(node, "children") else node
    while (parent := step.parent) is not None:
        if _is_type(step, parent) or _is_documentation(step, parent) or _is_saving(step, parent):
            return True
        step = parent
    return False


def _is_type(step: Node, parent: Node) -> bool:
    at = parent.children.index(step)
    sign = parent.children[at - 1] if at else None
    match parent.type:
        case "tfpdef" | "annassign":  # `name: type` of a parameter, `: type = value` of a variable
            return sign == ":"
        case "funcdef":
            return sign == "->"
        case "if_stmt":
            return parent.children[1].get_code().strip() in ("TYPE_CHECKING", "typing.TYPE_CHECKING")
        case "atom_expr" | "power":
            return at > 0 and parent.children[0].get_code().strip() in _TYPE_CALLS
        case "expr_stmt":  # `Verb = Callable[...]`, `__slots__ = (...)`
            return _is_alias(parent)
        case "import_from" | "import_name":
            return True
    return False


def _is_alias(statement: Node) -> bool:
    target, value = statement.children[0], statement.children[-1]
    if target.get_code().strip() in ("__slots__", "__all__"):
        return True
    if value.type == "annassign":
        return bool(value.children[1].get_code().strip() == "TypeAlias")
    return value.type == "atom_expr" and value.children[0].get_code().strip() in ("Callable", "Literal", "Annotated")


def _is_promise(definition: Node | None) -> bool:
    """Whether a class only says what others have: a protocol."""
    return definition is not None and "(Protocol" in definition.get_code().partition(":\n")[0]


def _is_documentation(step: Node, parent: Node) -> bool:
    """A string that is a statement of its own: a docstring, or what is said below a name."""
    return parent.type == "simple_stmt" and step.type in ("string", "strings")


def _is_saving(step: Node, parent: Node) -> bool:
    if parent.type == "decorator":
        return _decorator_name(parent) in _SAVING_DECORATORS
    if parent.type != "argument" or parent.children[0].type != "name":
        return False
    option = parent.children[0].value
    # What is zipped strictly is as long as the other by construction: the word says so.
    return option == "strict" or (option in _SAVING_OPTIONS and parent.search_ancestor("decorator") is not None)


def _decorator_name(decorator: Node) -> str:
    return str(decorator.children[1].get_code()).partition("(")[0].strip().rpartition(".")[2]
