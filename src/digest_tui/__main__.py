"""`digest-tui` and `python -m digest_tui`."""

import sys

from digest_tui.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
