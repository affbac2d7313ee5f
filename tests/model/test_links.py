import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.errors import LinkError
from digest_tui.model.links import MAX_HOST, MAX_LINK, alphaxiv_url, arxiv_url, link_host, neighbour, pdf_url, safe_link
from digest_tui.model.paper import ArxivId
from support.promises import promises

NEW_STYLE = ArxivId("2501.00001", version=3)
OLD_STYLE = ArxivId("hep-th/9901001")


def test_links_from_an_id_leave_the_version_out() -> None:
    assert arxiv_url(NEW_STYLE) == "https://arxiv.org/abs/2501.00001"
    assert pdf_url(NEW_STYLE) == "https://arxiv.org/pdf/2501.00001"
    assert alphaxiv_url(NEW_STYLE) == "https://www.alphaxiv.org/ko/overview/2501.00001"
    assert alphaxiv_url(NEW_STYLE, language="en") == "https://www.alphaxiv.org/en/overview/2501.00001"


def test_links_from_an_old_style_id_keep_its_archive() -> None:
    assert arxiv_url(OLD_STYLE) == "https://arxiv.org/abs/hep-th/9901001"
    assert pdf_url(OLD_STYLE) == "https://arxiv.org/pdf/hep-th/9901001"


@promises("SECURITY.md", "Addresses of papers are built from a validated id.")
def test_links_from_an_id_pass_the_rule_for_links_whatever_the_id_holds() -> None:
    hostile = ArxivId("1?x#y \x1b]0;\\@evil.example")
    for link in (arxiv_url(hostile), pdf_url(hostile), alphaxiv_url(hostile, language="ko/../\n")):
        assert safe_link(link) == link
        assert link_host(link) in {"arxiv.org", "www.alphaxiv.org"}


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/2501.00001",
        "http://example.org",
        "https://example.org/?q=a+b&c=%ED%95%9C#part",
        "https://example.org:443/x",
        "http://example.org:80/",
        "https://a.b.c.example.co.kr/~user/(paper)_[v2];x=1,2!",
        "https://my_blog.example.org/",
        "https://1.example.org/",
        "https://0x7f.example.org/",
        "https://localhost.example.org/",
    ],
)
def test_an_ordinary_link_stays_as_it_is(url: str) -> None:
    assert safe_link(url) == url


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        ("HTTPS://Example.ORG/Path", "https://example.org/Path"),
        ("https://example.org/논문", "https://example.org/%EB%85%BC%EB%AC%B8"),
        ("https://example.org/?q=논", "https://example.org/?q=%EB%85%BC"),
        ("https://example.org/#논", "https://example.org/#%EB%85%BC"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/%zz%41", "https://example.org/%25zz%41"),
        ('https://example.org/"<>`{}|^', "https://example.org/%22%3C%3E%60%7B%7D%7C%5E"),
        ("https://한국.kr/", "https://xn--3e0b707e.kr/"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://example.org:/x", "https://example.org/x"),
        ("https://example.org./x", "https://example.org/x"),
        ("https://example。org/", "https://example.org/"),
    ],
)
def test_a_link_is_opened_in_its_encoded_form(url: str, opened: str) -> None:
    assert safe_link(url) == opened


RULES = f"""\
it is longer than {MAX_LINK} characters
it has spaces or invisible characters
it has a backslash
it cannot be read as a URL
it is not http or https
it has a user name in front of the host
its port is neither 80 nor 443
it names no host
its host is an IP address
its host is not a valid name
its host is this machine
its host is a name without a dot"""


@pytest.mark.parametrize(
    ("rule", "url"),
    [
        ("not http or https", "javascript:alert(1)"),
        ("not http or https", "file:///etc/passwd"),
        ("not http or https", "data:text/html,x"),
        ("not http or https", "smb://host.example/share"),
        ("not http or https", "vscode://file/x"),
        ("not http or https", "ftp://example.org/"),
        ("not http or https", "/etc/passwd"),
        ("not http or https", "../../notes.md"),
        ("not http or https", "//example.org/x"),
        ("not http or https", "example.org"),
        ("not http or https", "#part"),
        ("not http or https", ""),
        ("not http or https", "-version"),
        ("not http or https", "--renderer-cmd-prefix=/tmp/x"),
        ("names no host", "http:example.org"),
        ("names no host", "https:///path"),
        ("names no host", "http://:80/"),
        ("names no host", "http://?q"),
        ("user name", "https://arxiv.org@evil.example/"),
        ("user name", "https://user:secret@example.org/"),
        ("user name", "https://@example.org/"),
        ("port", "https://example.org:8080/"),
        ("port", "https://example.org:22/"),
        ("port", "https://example.org:0/"),
        ("cannot be read", "https://example.org:99999/"),
        ("cannot be read", "https://example.org:80x/"),
        ("cannot be read", "https://example.org:٨٠/"),
        ("cannot be read", "https://[::1/"),
        ("cannot be read", "https://exa℀mple.org/"),
        ("IP address", "http://127.0.0.1/"),
        ("IP address", "http://127.0.0.1./"),
        ("IP address", "http://127.1/"),
        ("IP address", "http://2130706433/"),
        ("IP address", "http://0x7f000001/"),
        ("IP address", "http://0x7f.0.0.0x1/"),
        ("IP address", "http://0X7F.1/"),
        ("IP address", "http://017700000001/"),
        ("IP address", "http://0177.0.0.01/"),
        ("IP address", "http://169.254.169.254/latest/meta-data"),
        ("IP address", "http://1.2.3.4:443/"),
        ("IP address", "http://example.org.1/"),
        ("IP address", "http://①②⑦.0.0.1/"),
        ("IP address", "http://127。0。0。1/"),
        ("IP address", "http://[::1]/"),
        ("IP address", "http://[::ffff:127.0.0.1]/"),
        ("IP address", "http://[fe80::1]/"),
        ("this machine", "http://localhost/"),
        ("this machine", "http://LOCALHOST:80/"),
        ("this machine", "http://localhost./"),
        ("this machine", "http://evil.localhost/"),
        ("this machine", "http://localhost.localdomain/"),
        ("this machine", "http://ⓛocalhost/"),
        ("without a dot", "http://router/"),
        ("without a dot", "http://router./"),
        ("not a valid name", "http://a..example/"),
        ("not a valid name", "http://.example/"),
        ("not a valid name", "http://example.org../"),
        ("not a valid name", "http://-oProxyCommand.example/"),
        ("not a valid name", "http://exa%6dple.org/"),
        ("not a valid name", "http://$(id).example/"),
        ("not a valid name", "http://exam<ple.org/"),
        ("not a valid name", "http://a,b.example/"),
        ("not a valid name", f"http://{'a' * 64}.example/"),
        ("not a valid name", f"http://{'a.' * 127}example/"),
        ("not a valid name", "http://straße.example/"),
        ("backslash", "https://arxiv.org\\@evil.example/"),
        ("backslash", "https:\\\\example.org"),
        ("invisible", "https://example.org/a b"),
        ("invisible", " https://example.org/"),
        ("invisible", "https://example.org/\n"),
        ("invisible", "https://exam\tple.org/"),
        ("invisible", "java\nscript:alert(1)"),
        ("invisible", "https://example.org/\x1b]0;x\x07"),
        ("invisible", "https://example.org/\x00"),
        ("invisible", "https://example.org/\x9b31m"),
        ("invisible", "https://example.org/\u202egpj.exe"),
        ("invisible", "https://exam\u00adple.org/"),
        ("invisible", "https://exam\u200dple.org/"),
        ("invisible", "https://example.org/\ud800"),
        ("invisible", "https://example.org/\u3000"),
        ("longer than", "https://example.org/" + "a" * MAX_LINK),
        ("longer than", "https://example.org/" + "논" * (MAX_LINK // 6)),
        ("longer than", "https://example.org/" + "a" * 3_000_000),
    ],
    ids=lambda value: value[:40].encode("unicode_escape").decode(),
)
@promises(
    "SECURITY.md",
    "Any other link opens only at your key, only if it is http or https to a named public host, without a user, "
    "an odd port or characters that lie",
    "and nothing that begins with a dash.",
)
def test_a_link_that_breaks_a_rule_is_refused_with_the_rule(rule: str, url: str) -> None:
    with pytest.raises(LinkError, match=rule) as caught:
        safe_link(url)
    assert str(caught.value) in {f"This link is not opened: {sentence}." for sentence in RULES.splitlines()}


def test_the_longest_link_is_opened() -> None:
    url = "https://example.org/".ljust(MAX_LINK, "a")
    assert safe_link(url) == url
    with pytest.raises(LinkError, match=f"longer than {MAX_LINK}"):
        safe_link(f"{url}a")


def test_a_link_far_beyond_the_longest_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest_tui.model.links.unicodedata.category", lambda character: pytest.fail("looked at"))
    with pytest.raises(LinkError, match=f"longer than {MAX_LINK}"):
        safe_link("https://example.org/".ljust(MAX_LINK + MAX_HOST + 1, "a"))


def test_a_host_may_be_longer_written_than_it_is() -> None:
    # Half-width katakana with their marks become half as many characters.
    url = "https://example.org/".ljust(MAX_LINK, "a")
    assert safe_link(url.replace("e.org", "ｅ．org")) == url


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://arxiv.org/abs/2501.00001", "arxiv.org"),
        ("https://arxiv.org.evil.example/abs/2501.00001", "arxiv.org.evil.example"),
        ("https://аrxiv.org/", "xn--rxiv-43d.org"),
        ("https://Example.org:443/", "example.org"),
    ],
)
@promises("SECURITY.md", "the real host is shown.")
def test_the_host_shown_is_where_the_link_really_leads(url: str, host: str) -> None:
    assert link_host(url) == host


def test_no_host_is_shown_for_a_link_that_is_not_opened() -> None:
    with pytest.raises(LinkError, match="user name"):
        link_host("https://arxiv.org@evil.example/")


pieces = st.sampled_from(
    ["http://", "https://", "example.org", "127.1", "@", ":", "80", "/", "\\", "?", "#", "%", "[", "]", "한", "."]
)


@given(st.one_of(st.text(), st.lists(st.one_of(pieces, st.text(max_size=3))).map("".join)))
@promises("README.md", "no link opens that is not a public web address")
def test_any_text_is_refused_or_becomes_a_short_printable_web_address(text: str) -> None:
    try:
        link = safe_link(text)
    except LinkError:
        return
    assert link.startswith(("http://", "https://"))
    assert len(link) <= MAX_LINK
    assert set(link) <= set(string.ascii_letters + string.digits + string.punctuation) - set('\\"<>`{}|^')
    assert safe_link(link) == link


@given(st.text(max_size=30))
def test_any_path_on_a_good_host_is_opened_on_that_host_or_refused(path: str) -> None:
    try:
        link = safe_link(f"https://example.org/{path}")
    except LinkError:
        return
    assert link.startswith("https://example.org/")
    assert link_host(link) == "example.org"


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("papers/a.md", "daily/papers/a.md"),
        ("../papers/논문.md#요약", "papers/논문.md"),
        ("./a%20b.md?raw=1", "daily/a%20b.md"),
        ("../../other/a.md", "../other/a.md"),
        ("/papers/a.html", "papers/a.html"),
        ("https://arxiv.org/abs/2511.00001", None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("//evil.example/a", None),
        ("#part", None),
        ("", None),
        ("a" * 3000, None),
    ],
)
def test_a_relative_link_is_named_by_the_file_it_leads_to(url: str, file: str | None) -> None:
    assert neighbour(url, "daily/2025-01-08.md") == file
