"""Pictures over the network: of few bytes, in a given time, and from nowhere but the hosts that were named."""

from __future__ import annotations

import socket
from collections.abc import Collection
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import ip_address
from ssl import create_default_context
from threading import Lock, Timer
from typing import Any
from urllib.parse import urlsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

from digest_tui import __version__
from digest_tui.errors import PictureError
from digest_tui.pictures.allowed import fetchable, redirected

MAX_BYTES = 4 * 1024 * 1024
MAX_SECONDS = 20.0
"""From the first connection to the last byte, redirections included."""
STEP_SECONDS = 8.0
"""Without a byte for so long a server counts as gone."""
MAX_MOVES = 3
"""Redirections that are followed."""
_CHUNK = 64 * 1024
_MOVED = (301, 302, 303, 307, 308)
_TYPES = ("image/", "application/octet-stream", "binary/octet-stream")
_HEADERS = {
    "User-Agent": f"digest-tui/{__version__}",
    "Accept": "image/png, image/jpeg, image/webp, image/gif",
    "Accept-Encoding": "identity",
}


class Fetch:
    """One picture on its way; `stop` and the end of its time cut it off, whatever it waits for."""

    def __init__(self, hosts: Collection[str], seconds: float = MAX_SECONDS) -> None:
        self._hosts = hosts
        self._seconds = seconds
        self._turn = Lock()
        self._cut = ""
        """Why it was cut off."""
        self._sockets: list[socket.socket] = []
        """Each connection once more: what encrypts one takes it away."""

    def run(self, url: str) -> bytes:
        """Return the bytes of a picture; raises PictureError."""
        target = fetchable(url, self._hosts)
        timer = Timer(self._seconds, self._cut_off, args=["The picture took too long."])
        timer.daemon = True
        timer.start()
        try:
            return self._follow(target)
        except (OSError, HTTPException, ValueError) as error:
            raise PictureError(self._cut or "The picture could not be fetched.") from error
        finally:
            timer.cancel()
            with self._turn:
                for each in self._sockets:
                    each.close()
                self._sockets = []

    def stop(self) -> None:
        """Fetch no more; for another thread."""
        self._cut_off("Nobody waits for the picture any more.")

    def connected(self, connection: HTTPConnection, *, is_direct: bool) -> None:
        """Take note of a connection, before anything is sent over it; raises PictureError where none is wanted."""
        if is_direct and not ip_address(connection.sock.getpeername()[0].partition("%")[0]).is_global:
            # A name of the internet that leads into the person's own network.
            raise PictureError("The picture is on a machine that is not on the internet.")
        with self._turn:
            if self._cut:
                raise PictureError(self._cut)
            self._sockets.append(connection.sock.dup())

    def _cut_off(self, reason: str) -> None:
        with self._turn:
            self._cut = self._cut or reason
            for each in self._sockets:
                with suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)

    def _follow(self, url: str) -> bytes:
        opener = self._opener()
        for _ in range(MAX_MOVES + 1):
            with opener.open(Request(url, headers=_HEADERS), timeout=STEP_SECONDS) as response:
                if response.status not in _MOVED:
                    return self._body(response)
                url = redirected(url, response.headers.get("Location", ""), self._hosts)
        raise PictureError("The picture was moved too often.")

    def _opener(self) -> OpenerDirector:
        # Neither files nor FTP, no cookies, no passwords, and redirections by hand.
        opener = OpenerDirector()
        opener.addheaders = []
        for handler in (ProxyHandler(), _Http(self), _Https(self)):
            opener.add_handler(handler)
        return opener

    def _body(self, response: HTTPResponse) -> bytes:
        if response.status != 200:
            raise PictureError(f"The server of the picture answered {response.status}.")
        kind = response.headers.get("Content-Type", "").strip().lower()
        if kind and not kind.startswith(_TYPES):
            raise PictureError("The server sent something that is not a picture.")
        if response.headers.get("Content-Encoding", "identity").strip().lower() != "identity":
            raise PictureError("The server sent a picture that is compressed once more.")
        announced = response.length
        body = bytearray()
        while len(body) <= MAX_BYTES and (announced or 0) <= MAX_BYTES:
            if not (chunk := response.read1(_CHUNK)):
                break
            body += chunk
        else:
            raise PictureError(f"The picture has more than {MAX_BYTES // 1024**2} MB.")
        if self._cut:
            raise PictureError(self._cut)
        if announced is not None and len(body) < announced:
            raise PictureError("Only a part of the picture came.")
        return bytes(body)


class _Watched(HTTPConnection):
    """A connection that a fetch knows about."""

    fetch: Fetch
    is_direct: bool

    def connect(self) -> None:
        super().connect()
        self.fetch.connected(self, is_direct=self.is_direct)


class _WatchedHttps(HTTPSConnection, _Watched):
    """One that is encrypted: it connects as the class behind it does, and encrypts then."""


class _Http(HTTPHandler):
    def __init__(self, fetch: Fetch) -> None:
        super().__init__()
        self._fetch = fetch

    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(_maker(_Watched, self._fetch, req), req)


class _Https(HTTPSHandler):
    def __init__(self, fetch: Fetch) -> None:
        super().__init__()
        self._fetch = fetch

    def https_open(self, req: Request) -> HTTPResponse:
        return self.do_open(_maker(_WatchedHttps, self._fetch, req), req, context=create_default_context())


def _maker(kind: type[_Watched], fetch: Fetch, request: Request) -> Any:
    def make(*args: Any, **options: Any) -> _Watched:
        connection = kind(*args, **options)
        # A proxy may well be on this machine.
        connection.fetch, connection.is_direct = fetch, request.host == urlsplit(request.full_url).netloc
        return connection

    return make
