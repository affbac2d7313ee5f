"""Pictures of our own, and a server that stands in for the whole web, as a proxy does."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Event, Thread
from typing import Any

from PIL import Image

HOST = "pictures.example.org"
RED, BLUE = (200, 30, 30), (30, 30, 200)
Answer = Callable[["Request"], None]


class Request(BaseHTTPRequestHandler):
    """A request that the server got."""

    server: "_Server"

    def do_GET(self) -> None:
        """Answer as the test said for the URL."""
        self.server.web.asked.append((self.path, dict(self.headers)))
        self.server.web.answers.get(self.path, missing)(self)

    def send(self, body: bytes, kind: str = "image/png", status: int = 200, **headers: str) -> None:
        """Send a whole answer."""
        self.send_response(status)
        for name, value in {"Content_Type": kind, "Content_Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self, start: bytes) -> None:
        """Send a beginning and then a byte at a time until nobody listens any more."""
        with suppress(OSError):
            self.wfile.write(start)
            while not self.server.web.is_over.wait(0.005):
                self.wfile.write(b"a")
                self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def missing(request: Request) -> None:
    """What is asked for by mistake is not there."""
    request.send(b"<h1>Not here</h1>", "text/html", 404)


@dataclass
class Web:
    """What the web answers, by URL, and what it was asked."""

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    is_over: Event = field(default_factory=Event)

    def has(self, url: str, body: bytes, kind: str = "image/png", **options: Any) -> str:
        """Put something there."""
        self.answers[url] = lambda request: request.send(body, kind, **options)
        return url

    @property
    def urls(self) -> list[str]:
        """The URLs that were asked for."""
        return [url for url, _ in self.asked]


class _Server(ThreadingHTTPServer):
    web: Web
    daemon_threads = True
    # Whoever was cut off closes nothing properly.
    handle_error = staticmethod(lambda *_: None)  # type: ignore[assignment]


@contextmanager
def serving() -> Iterator[Web]:
    """A server, reached by `http_proxy`."""
    with _Server(("127.0.0.1", 0), Request) as server:
        server.web = Web(server.server_address[1])
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        try:
            yield server.web
        finally:
            server.web.is_over.set()
            server.shutdown()


def picture(
    size: tuple[int, int] = (40, 20), form: str = "PNG", color: Any = RED, mode: str = "RGB", **options: Any
) -> bytes:
    """A picture of one colour."""
    return encoded(Image.new(mode, size, color), form, **options)


def noise(size: tuple[int, int], form: str = "PNG") -> bytes:
    """A picture that no format makes small."""
    return encoded(Image.frombytes("RGB", size, random.Random(1).randbytes(3 * size[0] * size[1])), form)


def encoded(image: Image.Image, form: str, **options: Any) -> bytes:
    """The bytes of a picture."""
    stream = BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def seen(data: bytes) -> Image.Image:
    """A picture as it is decoded."""
    image = Image.open(BytesIO(data))
    image.load()
    return image
