"""Hears signals, and that the terminal has gone, also while the main thread waits for something else."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Callable, Collection
from threading import Thread

_FD = 0


def watch(numbers: Collection[int], received: Callable[[int], object], other: Callable[[], object]) -> None:
    """From now on call `received` with these signals, and `other` at others that have a handler, in another thread.

    Python runs a handler between two steps of the main thread, which goes on waiting for a pager or a full terminal
    when the kernel gives the signal to another thread: two at once (SIGHUP and SIGCONT, when a terminal goes) are often
    taken by one. And a terminal that is not the controlling one sends none.
    """
    heard, sent = os.pipe()
    os.set_blocking(sent, False)
    signal.set_wakeup_fd(sent, warn_on_full_buffer=False)

    def run() -> None:
        poll = select.poll()
        poll.register(heard, select.POLLIN)
        # Without events to wait for there is still the one that cannot be turned off: it has gone.
        poll.register(_FD, 0)
        while True:
            for descriptor, events in poll.poll():
                if descriptor == heard:
                    for number in os.read(heard, 64):
                        if number in numbers:
                            received(number)
                        else:
                            other()
                else:
                    poll.unregister(_FD)
                    if events & (select.POLLHUP | select.POLLERR):
                        received(signal.SIGHUP)

    Thread(target=run, name="signals", daemon=True).start()
