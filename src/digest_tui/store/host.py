"""The name of this machine."""

import os
import sys


def host_name() -> str:
    """Return what the machine is called by others."""
    if sys.platform != "win32":
        return os.uname().nodename  # what `socket` says, which takes longer to load than this to answer
    import socket  # noqa: PLC0415

    return socket.gethostname()
