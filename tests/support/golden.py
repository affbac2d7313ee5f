"""The golden samples: digests of every shape, each with a JSON file that says what is read from it.

`PYTHONPATH=tests python -m support.golden` writes the JSON anew and names the files that changed: look at the diff.
"""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from digest_tui import formats
from digest_tui.formats.registry import Explanation
from digest_tui.model import Digest

GOLDEN = Path(__file__).parents[1] / "formats" / "golden"


@dataclass(frozen=True, slots=True)
class Sample:
    """A digest in the folder of its shape."""

    file: Path

    @property
    def name(self) -> str:
        """The folder of its shape and its path in there."""
        return self.file.relative_to(GOLDEN).as_posix()

    @property
    def path(self) -> str:
        """Where it would be in a repository: dates stand in folders and in file names."""
        return self.name.partition("/")[2]

    @property
    def json_file(self) -> Path:
        """What must be read from it."""
        return self.file.with_suffix(".json")

    def explain(self) -> Explanation:
        """What is read from it, and how."""
        return formats.explain(self.file.read_text(encoding="utf-8"), self.path, "golden")


def samples() -> list[Sample]:
    """All of them; the README beside the folders is none."""
    return [Sample(file) for file in sorted(GOLDEN.glob("*/**/*.md"))]


def as_json(digest: Digest) -> object:
    """The digest without what was given, and of each paper only what is known: absent values would drown the rest."""
    fields = _as_dict(digest)
    for given in ("lines", "source", "path", *(name for name in ("neighbours", "permalink") if not fields[name])):
        del fields[given]
    if not fields["markers"]:
        del fields["markers"]
    fields["papers"] = [
        {name: value for name, value in paper.items() if value or value == 0} for paper in fields["papers"]
    ]
    for dated in (fields, *fields["papers"]):
        if dated.get("period") == "day":
            del dated["period"]
    return json.loads(json.dumps(fields, default=date.isoformat))


def _as_dict(value: Any) -> Any:
    """Values within values as dictionaries."""
    if hasattr(value, "_asdict"):
        return {name: _as_dict(inner) for name, inner in value._asdict().items()}
    return [_as_dict(inner) for inner in value] if isinstance(value, tuple) else value


def main() -> None:
    """Write what is read now into the JSON files that say something else."""
    for sample in samples():
        text = json.dumps(as_json(sample.explain().digest), ensure_ascii=False, indent=2) + "\n"
        if not sample.json_file.exists() or sample.json_file.read_text(encoding="utf-8") != text:
            sample.json_file.write_text(text, encoding="utf-8")
            print(sample.name)


if __name__ == "__main__":
    main()
