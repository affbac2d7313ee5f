"""Papers that references are made of, and files of a person's own into which they are written."""

from digest_tui.exporters import Exported
from digest_tui.model import ArxivId, Paper
from digest_tui.model.state import PaperState
from support.exporting import exported

KNOTS = Paper(
    "Quiet Knots in $x_1$ & <think>",
    0,
    1,
    1,
    "https://example.org/knots",
    ArxivId("2512.07951", 2),
    authors=("Mina Kim", "Jan van der Berg", "김민아", "Rope Team", "OpenKnot", "Bo Oh Jr."),
    votes=25,
)
ROPES = Paper(
    "Ropes and Their Ends", 1, 2, 2, "https://ropes.example.org/a;b", doi="10.1000/Ropes.7;x", authors=("Bo Oh",)
)
PAGE = Paper("A Page about Winds and Kites", 2, 3, 3, "https://winds.example.org/a;b?c=1,2")
TITLE = Paper("Nothing but a Title of Its Own", 3, 4, 4)
PAPERS = (KNOTS, ROPES, PAGE, TITLE)
"""A paper of each kind."""
DECIDED = PaperState(tags=("todo", "매듭"), note='with Bo:\nTY  - JOUR\r\nER  - \n"quoted"; =1+1')


def papers(*chosen: Paper, state: PaperState = DECIDED) -> list[Exported]:
    """Papers of one digest, decided alike."""
    return exported(*(chosen or PAPERS), state=state)


def named(*authors: str, arxiv: str = "2512.07951", title: str = "Quiet Knots") -> Exported:
    """A paper by authors."""
    return exported(Paper(title, 0, 1, 1, arxiv=ArxivId(arxiv), authors=authors))[0]
