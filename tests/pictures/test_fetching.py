"""A picture on its way, and all that servers may do instead of sending it."""

import socket
from threading import Event, Thread

import pytest

from digest_tui.errors import PictureError
from digest_tui.pictures.fetching import MAX_BYTES, MAX_MOVES, Fetch
from support.picture_server import HOST, Request, Web, picture
from support.promises import promises

URL = f"http://{HOST}/a.png"


def fetched(url: str = URL, seconds: float = 60.0) -> bytes:
    """What comes of fetching it."""
    return Fetch({HOST}, seconds).run(url)


@promises("SECURITY.md", "without cookies")
@promises(
    "docs/pictures.md",
    "The request says `digest-tui/` and the version.",
    "It has no cookies and no referrer.",
)
@promises("docs/pictures.md", "Proxies (`http_proxy`, `https_proxy`) are used.")
def test_a_picture_comes_whole_and_without_saying_who_asks(web: Web) -> None:
    web.has(URL, picture())
    assert fetched() == picture()
    (url, headers), *more = web.asked
    assert (url, more) == (URL, [])
    assert headers["User-Agent"].startswith("digest-tui/")
    assert set(headers) == {"Accept-Encoding", "Host", "User-Agent", "Accept", "Connection"}


@pytest.mark.parametrize("kind", ["image/webp", "application/octet-stream", "IMAGE/PNG; q=1", ""])
def test_the_type_may_be_vague(web: Web, kind: str) -> None:
    web.has(URL, b"anything", kind)
    assert fetched() == b"anything"


def test_a_picture_that_was_moved_is_followed(web: Web) -> None:
    web.has(URL, b"", status=302, Location="/b.png")
    web.has(f"http://{HOST}/b.png", b"moved")
    assert fetched() == b"moved"


@pytest.mark.parametrize(
    ("location", "asked"),
    [("http://127.0.0.1/b.png", 1), ("http://example.org/b.png", 1), ("file:///etc/passwd", 1), ("", MAX_MOVES + 1)],
)
@promises("SECURITY.md", "Then only from that host, redirections included")
def test_one_that_was_moved_elsewhere_is_not(web: Web, location: str, asked: int) -> None:
    web.has(URL, b"", status=301, Location=location)
    with pytest.raises(PictureError):
        fetched()
    assert web.urls == [URL] * asked


@pytest.mark.parametrize(
    ("body", "options", "reason"),
    [
        (b"<html>", {"kind": "text/html"}, "not a picture"),
        (b"no", {"status": 404}, "answered 404"),
        (b"no", {"status": 500}, "answered 500"),
        (b"", {"status": 304}, "answered 304"),
        (b"x", {"Content_Encoding": "gzip"}, "compressed"),
        (b"x", {"Content_Length": str(MAX_BYTES + 1)}, "more than 4 MB"),
        (b"x" * (MAX_BYTES + 1), {}, "more than 4 MB"),
        (b"x", {"Content_Length": "9"}, "Only a part"),
    ],
)
def test_anything_else_is_refused(web: Web, body: bytes, options: dict[str, str], reason: str) -> None:
    web.has(URL, body, **options)
    with pytest.raises(PictureError, match=reason):
        fetched()


def endless(request: Request) -> None:
    """More and more, of a length that is not told."""
    request.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: image/png\r\n\r\n")
    while True:
        request.wfile.write(b"x" * 65536)


def test_a_picture_without_end_is_cut_off(web: Web) -> None:
    web.answers[URL] = endless
    with pytest.raises(PictureError, match="more than 4 MB"):
        fetched()


@pytest.mark.parametrize(
    "start",
    [
        b"",
        b"HTTP/1.1 ",
        b"HTTP/1.1 200 OK\r\nX-Long: ",
        b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 9999\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n",
    ],
)
def test_a_server_that_drips_is_left(web: Web, start: bytes) -> None:
    web.answers[URL] = lambda request: request.drip(start)
    with pytest.raises(PictureError):
        fetched(seconds=0.2)


@pytest.mark.parametrize(
    "answer",
    [
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 300 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 99999,
    ],
)
def test_an_answer_that_is_none_is_refused(web: Web, answer: bytes) -> None:
    web.answers[URL] = lambda request: (request.wfile.write(answer), None)[1]
    with pytest.raises(PictureError):
        fetched()


def test_whoever_leaves_cuts_it_off(web: Web) -> None:
    is_asked = Event()

    def wait(request: Request) -> None:
        is_asked.set()
        request.drip(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n")

    web.answers[URL] = wait
    fetch, reasons = Fetch({HOST}, 600.0), []

    def run() -> None:
        try:
            fetch.run(URL)
        except PictureError as error:
            reasons.append(str(error))

    thread = Thread(target=run)
    thread.start()
    is_asked.wait()
    fetch.stop()
    thread.join()
    assert reasons == ["Nobody waits for the picture any more."]


def test_what_was_stopped_before_it_began_asks_nothing(web: Web) -> None:
    fetch = Fetch({HOST})
    fetch.stop()
    with pytest.raises(PictureError, match="Nobody waits"):
        fetch.run(URL)
    assert web.asked == []


@pytest.mark.parametrize("scheme", ["http", "https"])
@promises("SECURITY.md", "never from this machine or its network")
def test_a_name_that_leads_into_this_network_is_left_before_a_word(
    web: Web, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    monkeypatch.delenv("http_proxy")
    connect = socket.create_connection
    monkeypatch.setattr(socket, "create_connection", lambda _, *args, **options: connect(("127.0.0.1", web.port)))
    with pytest.raises(PictureError, match="not on the internet"):
        fetched(f"{scheme}://{HOST}/a.png")
    assert web.asked == []


def test_a_host_that_is_not_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    with pytest.raises(PictureError, match="could not be fetched"):
        fetched()
