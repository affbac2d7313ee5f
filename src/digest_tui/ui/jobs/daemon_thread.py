"""Calls that may never return, out of the way of keys and of the end of the program."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

_Answer = TypeVar("_Answer")


async def in_daemon_thread(call: Callable[[], _Answer]) -> _Answer:
    """Return or raise what a call does, from a thread that may never end: a dead mount holds it for ever."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[_Answer] = loop.create_future()

    def settle(result: _Answer | None, error: BaseException | None) -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(result)  # type: ignore[arg-type]

    def run() -> None:
        result, failure = None, None
        try:
            result = call()
        except Exception as error:  # handed over to whoever asked
            failure = error
        with suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(settle, result, failure)

    Thread(target=run, daemon=True).start()
    return await answer
