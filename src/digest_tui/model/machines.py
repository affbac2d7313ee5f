"""The names of the machines that decided, as a person tells them apart."""

from collections.abc import Iterable, Mapping

from digest_tui.text import one_line

_MAX_NAME = 40
_LEAST_DIGITS = 4
"""Digits of an id that stand for a machine whose name is not known: mostly enough to tell two apart."""


def short_name(hostname: str) -> str:
    """Return the name of a machine without its domain, fit to be shown; empty for none."""
    return one_line(hostname.partition(".")[0], _MAX_NAME)


def machine_names(hosts: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Return a name for each machine, no two alike and the same the next time, given those that are known by their id.

    The first that is known keeps a name that several have; the others, and those without one, get some of their id.
    """
    wanted = [host for host in known if known[host]]
    wanted += [host for host in dict.fromkeys(hosts) if not known.get(host)]
    names: dict[str, str] = {}
    for host in wanted:
        name = one_line(known.get(host, ""), _MAX_NAME)
        if not name or name in names.values():
            name = _with_id(name or "machine", host, names.values())
        names[host] = name
    return names


def _with_id(name: str, host: str, taken: Iterable[str]) -> str:
    shown = one_line(host, _MAX_NAME)
    tried = (f"{name} {shown[:count]}" for count in range(_LEAST_DIGITS, len(shown)))
    return next((each for each in tried if each not in taken), f"{name} {shown}")
