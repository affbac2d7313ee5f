"""Which addresses git may be given."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.config import is_source_name
from digest_tui.errors import UsageError
from digest_tui.sources.git_address import (
    MAX_ADDRESS,
    checked_address,
    identity,
    looks_remote,
    name_of,
    plain_address,
    shown_address,
)
from digest_tui.text import sanitize
from support.promises import promises


@pytest.mark.parametrize(
    "address",
    [
        "https://github.com/someone/log.git",
        "https://git.example.org:8443/~me/%EB%A1%9C%EA%B7%B8",
        "https://example.org/한글/로그",
        "ssh://git@example.org:2222/srv/log.git",
        "ssh://example.org/log",
        "git@github.com:someone/log.git",
        "me@host:/srv/log.git",
        "host:log",
        "/srv/git/log.git",
        "/srv/한글 폴더/log.git",
    ],
)
def test_https_ssh_and_a_path_of_this_machine_are_taken_as_they_are(address: str) -> None:
    assert checked_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        " ",
        "-x",
        "--upload-pack=touch x",
        " --upload-pack=touch x",
        "ext::sh -c 'touch x'",
        "ext::sh%20-c",
        "fd::17",
        "https::https://example.org/x",
        "host::path",
        "a@host::path",
        "file:///srv/git/log.git",
        "git://example.org/log.git",
        "http://example.org/log.git",
        "ftp://example.org/log.git",
        "ssh://-oProxyCommand=touch x/y",
        "ssh://-oProxyCommand=x/y",
        "ssh://git@-oProxyCommand=x/y",
        "ssh://-x@host/y",
        "-oProxyCommand=x:y",
        "git@-oProxyCommand=x:y",
        "-x@host:y",
        "host:-x",
        "me@host:-x",
        "relative/log.git",
        "../log.git",
        "~/log.git",
        "https://",
        "https:///log.git",
        "https://host",
        "https://example.org/a b",
        "https://example.org/a\nb",
        "https://example.org/\x1b]0;x\x07",
        "https://example.org/\u202egit.gol",
        "https://exa mple.org/x",
        "https://example.org\\@evil.example/x",
        "/srv/log\n.git",
        "/srv/log\x1b[2J.git",
        "https://example.org/" + "x" * MAX_ADDRESS,
    ],
)
@promises("SECURITY.md", "and only for https, ssh, `user@host:path` or an absolute path.")
def test_whatever_else_could_be_an_option_a_program_or_a_file_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="URL") as caught:
        checked_address(address)
    assert "\x1b" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "https://me:SECRET@example.org/log.git",
        "https://SECRET@example.org/log.git",
        "https://me:SE/SECRET@example.org/log.git",
        "https://me:x@SECRET@example.org/log.git",
        "ssh://me:SECRET@example.org/log.git",
        "http://me:SECRET@example.org/log.git",
        "HTTPS://me:SECRET@example.org/log.git",
        "ftp://me:SECRET@example.org/log.git",
    ],
)
def test_a_password_is_refused_and_never_repeated(address: str) -> None:
    with pytest.raises(UsageError) as caught:
        checked_address(address)
    assert "SECRET" not in str(caught.value)


def test_what_git_says_is_shown_without_passwords() -> None:
    said = "unable to access 'https://me:SECRET@example.org/x/': \x1b]0;x\x07 no\nand https://SECRET@example.org too"
    assert shown_address(said) == "unable to access 'https://example.org/x/': ]0;x no and https://example.org too"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://github.com/someone/paper-log.git", "paper-log"),
        ("git@github.com:someone/로그.git", "로그"),
        ("host:log/", "log"),
        ("https://example.org/MAX//", "MAX"),
        ("C:\\logs\\papers", "papers"),
        ("/srv/git/..", "digests"),
        ("/srv/.git", "digests"),
        ("https://example.org/-rf", "rf"),
        ("https://example.org/a$(id)b", "a-id-b"),
        ("https://example.org/" + "x" * 200, "x" * 60),
    ],
)
def test_a_name_is_a_word_that_is_safe_as_a_folder(address: str, name: str) -> None:
    assert name_of(address) == name
    assert is_source_name(name)


def test_a_folder_is_not_taken_for_an_address() -> None:
    assert not any(map(looks_remote, ["blog", "./blog", "/my/blog", "~/blog", "../a"]))
    assert all(map(looks_remote, ["https://h/x", "ext::sh", "git@h:x", "file:///x"]))


ADDRESS_LIKE = st.lists(
    st.sampled_from(
        ["https", "ssh", "ext", "://", "::", ":", "/", "//", "-", "--", "@", "host", "u", ".", "..", " ", "%0a"]
    )
    | st.text(max_size=3)
).map("".join)


@given(ADDRESS_LIKE | st.text())
def test_no_address_that_is_taken_can_be_an_option_a_program_or_hide_a_password(text: str) -> None:
    try:
        address = checked_address(text)
    except UsageError as error:
        refusal = str(error)
        assert sanitize(refusal) == refusal
        return
    assert not address.startswith("-")
    # As git tells the name of a program that it would start.
    assert re.match("[A-Za-z0-9+.-]*::", address) is None
    assert sanitize(address) == address
    host = address.partition("://")[2].partition("/")[0] if "://" in address else address.partition(":")[0]
    assert address.startswith("/") or not host.rpartition("@")[2].startswith("-")
    assert address.startswith(("https://", "ssh://", "/")) or "://" not in address.partition("/")[0]
    assert not (address.startswith("https://") and "@" in host)
    assert is_source_name(name_of(address))


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (
            "https://example.org/" + "x" * MAX_ADDRESS,
            f"This repository URL is longer than {MAX_ADDRESS} characters.",
        ),
        (
            "https://me:SECRET@example.org/log.git",
            "The URL https://example.org/log.git has a user name or a password in it, which others could read: "
            "leave them to git's credential helper, or use ssh.",
        ),
        (
            "ftp://example.org/log.git",
            "ftp://example.org/log.git is not the URL of a repository: write https://host/path, ssh://host/path, "
            "user@host:path or an absolute path.",
        ),
    ],
)
def test_what_is_said_of_it(address: str, sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        checked_address(address)
    assert str(caught.value) == sentence


SAME = (
    ("https://github.com/me/log", "https://GitHub.com/me/log.git", "https://github.com:443/me//log/", "HTTPS://github.com/me/log.git/"),
    ("git@github.com:me/log.git", "ssh://git@github.com/me/log", "git@GitHub.com:/me/log/", "ssh://git@github.com:22/me/log.git"),
    ("github.com:me/log", "ssh://github.com/me/log"),
    ("ssh://git@github.com:2222/me/log",),
    ("https://github.com/me/other",),
    ("https://github.com/Me/log",),
    ("/srv/log.git", "file:///srv/log.git", "/srv/log.git/", "file://localhost/srv//log.git", "/srv/x/../log.git"),
    ("/srv/log", "/srv/log/.git"),
)  # fmt: skip


def test_an_address_is_one_however_it_is_spelled() -> None:
    names = [{identity(address) for address in addresses} for addresses in SAME]
    assert [len(same) for same in names] == [1] * len(SAME)
    assert len(set.union(*names)) == len(SAME)


@given(st.text())
def test_every_text_has_an_identity(text: str) -> None:
    identity(text)
    identity(f"/{text}")


def test_the_address_of_a_file_is_its_path() -> None:
    assert plain_address("file:///srv/%ED%95%9C/log.git") == "/srv/한/log.git"
    assert plain_address("FILE://localhost/srv") == "/srv"
    for text in ("file://elsewhere/srv", "file://", "https://h/x", "/srv"):
        assert plain_address(text) == text
