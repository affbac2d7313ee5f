"""The web is a server of ours."""

from collections.abc import Iterator

import pytest

from support.picture_server import Web, serving


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """The web, as far as a program is concerned that asks a proxy."""
    with serving() as web:
        for name in ("no_proxy", "NO_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{web.port}")
        yield web
