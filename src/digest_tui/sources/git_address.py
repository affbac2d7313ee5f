"""The addresses that git may be given, and the form in which they are shown."""

import os
import re
from pathlib import PurePath
from urllib.parse import unquote

from digest_tui.errors import UsageError
from digest_tui.patterns import pattern
from digest_tui.text import one_line

MAX_ADDRESS = 2048
_USER = r"[A-Za-z0-9_][A-Za-z0-9_.+-]*"
_HOST = r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
_PATH = r"[^\s\x00-\x20\x7f-\x9f\\]+"
_HTTPS = pattern(rf"https://{_HOST}(?::[0-9]{{1,5}})?/{_PATH}")
_SSH = pattern(rf"ssh://(?:{_USER}@)?{_HOST}(?::[0-9]{{1,5}})?/{_PATH}")
# Two colons would name a program that git starts: https://git-scm.com/docs/gitremote-helpers
_SCP = pattern(rf"(?:{_USER}@)?{_HOST}:(?![:/-]){_PATH}|(?:{_USER}@){_HOST}:(?![:-]){_PATH}")
_SECRET = pattern(r"(?i)(?<=https://)[^\s]*@|(?<=http://)[^\s]*@|(?<=//)[^/\s]*:[^\s]*@")
_UNFIT = pattern(r"[^\w.-]+")
_MAX_NAME = 60
_FILE = "file://"
_PORTS = {"https": ":443", "ssh": ":22"}


def is_local(address: str) -> bool:
    """Return True when an address is a folder of this machine."""
    return PurePath(address).is_absolute()


def looks_remote(address: str) -> bool:
    """Return True when typed text is meant as an address rather than a folder."""
    return "://" in address or "::" in address or _SCP.fullmatch(address) is not None


def plain_address(text: str) -> str:
    """Return an address without `file://`: the path of a folder of this machine is one."""
    if not text.casefold().startswith(_FILE):
        return text
    host, slash, path = text[len(_FILE) :].partition("/")
    return f"/{unquote(path)}" if slash and host.casefold() in ("", "localhost") else text


def identity(address: str) -> str:
    """Return what is the same for all spellings of an address: https and ssh stay apart, for they need other keys."""
    address = plain_address(address.strip())
    if is_local(address):
        path = os.path.realpath(address.replace("\0", ""))
        return path.removesuffix("/.git") or path
    scheme, mark, rest = address.partition("://")
    if not mark:
        scheme, (host, _, path) = "ssh", address.partition(":")
    else:
        host, _, path = rest.partition("/")
    user, at, name = host.rpartition("@")
    name = name.casefold().removesuffix(_PORTS.get(scheme.casefold(), ""))
    path = re.sub("/+", "/", unquote(path)).strip("/").removesuffix(".git").strip("/")
    return f"{scheme.casefold()}://{user}{at}{name}/{path}"


def checked_address(address: str) -> str:
    """Return the address when git may be given it: https, ssh, `user@host:path` or an absolute path.

    Raises UsageError with the rule that it breaks; no password in it is repeated.
    """
    if len(address) > MAX_ADDRESS:
        raise UsageError(f"This repository URL is longer than {MAX_ADDRESS} characters.")
    if _SECRET.search(address):
        raise UsageError(
            f"The URL {shown_address(address)} has a user name or a password in it, which others could read: "
            "leave them to git's credential helper, or use ssh."
        )
    is_remote = any(form.fullmatch(address) for form in (_HTTPS, _SSH, _SCP))
    if one_line(address, MAX_ADDRESS) == address and (is_remote or is_local(address)):
        return address
    raise UsageError(
        f"{shown_address(address)} is not the URL of a repository: write https://host/path, ssh://host/path, "
        "user@host:path or an absolute path."
    )


def shown_address(text: str) -> str:
    """Return an address, or git's words about one, without what may be a password, and fit to be shown."""
    return _SECRET.sub("", one_line(text))


def name_of(address: str) -> str:
    """Return a short name that is also a name of a folder: the last part of an address."""
    last = re.split(r"[/:\\]", address.rstrip("/"))[-1].removesuffix(".git")
    return _UNFIT.sub("-", one_line(last))[:_MAX_NAME].strip("-.") or "digests"
