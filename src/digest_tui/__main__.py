"""`digest-tui` and `python -m digest_tui`."""

import os
import sys

from digest_tui import first_frame


def run() -> None:
    """Run the command, and leave at once: taking an interpreter down decently takes ten times as long."""
    _fill_closed_streams()
    first_frame.show(sys.argv[1:])
    try:
        # Loaded only now: the screen of the last time is there already.
        from digest_tui.cli.main import main

        code = main()
    except SystemExit as end:
        # argparse has said what there is to say.
        code = end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        code = 130
    finally:
        first_frame.leave()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            # Nobody reads it any more, or there never was one.
            code = code or 0
    os._exit(code)


def _fill_closed_streams() -> None:
    """Open what the shell closed (`2>&-`): else the next file, such as the state, would take its number."""
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


if __name__ == "__main__":
    run()
