"""An entry of a digest and the file that its title leads to are one paper: links to files, files to papers."""

from digest_tui.joining.joiner import Joiner

__all__ = ["Joiner"]
