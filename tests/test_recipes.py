"""CONTRIBUTING.md is true: each recipe is followed as it is written, in a copy of the tree, and what it adds works."""

import gzip
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
POST = "# 1. [Quiet Kites](https://arxiv.org/abs/2512.99001)\n\nThey fly.\n"

_STEP = re.compile(
    r"(?:New file|[^\n]* New file) `(?P<new>[^`\n]+)`:\n\n```\w+\n(?P<text>.*?)```"
    r"|In `(?P<file>[^`\n]+)`, (?P<side>below|above) the line that begins with `(?P<line>[^`\n]+)`:\n\n"
    r"```\w+\n(?P<row>.*?)```",
    re.DOTALL,
)


def recipes() -> dict[str, str]:
    """The text of each recipe by its heading."""
    parts = re.split(r"^### (.+)\n", CONTRIBUTING.partition("\n## Recipes\n")[2], flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@dataclass
class Copy:
    """A copy of the tree in which a recipe was followed."""

    root: Path

    def follow(self, recipe: str) -> None:
        """Write the new files, and put the lines where they go."""
        steps = list(_STEP.finditer(recipe))
        assert len(steps) == recipe.count("\n```") // 2, "a block of the recipe says not where it goes"
        for step in steps:
            if step["new"]:
                file = self.root / step["new"]
                assert not file.exists()
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(step["text"], encoding="utf-8")
                continue
            file = self.root / step["file"]
            lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
            [found] = [number for number, line in enumerate(lines) if line.startswith(step["line"])]
            lines.insert(found + (step["side"] == "below"), step["row"])
            file.write_text("".join(lines), encoding="utf-8")

    def python(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run Python with the copy's modules."""
        path = os.pathsep.join([str(self.root / "src"), str(self.root / "tests")])
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env=os.environ | {"PYTHONPATH": path},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run `digest-tui`."""
        return self.python("-m", "digest_tui", *words)

    def does(self, code: str) -> str:
        """Run some code, which must not fail, and return what it prints."""
        done = self.python("-c", code)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def write(self, name: str, text: str) -> str:
        """Write a file beside the copy, and return its path."""
        file = self.root.parent / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return str(file)


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """The tree without its tests, apart from what they share."""
    root = tmp_path / "tree"
    for folder in ("docs", "src", "styles", "tests/support"):
        shutil.copytree(ROOT / folder, root / folder)
    return Copy(root)


def check_format(copy: Copy) -> None:
    done = copy.python("-m", "support.golden")
    assert done.stdout.split() == ["en-exclamations/2025-12-10.md"], done.stderr
    sample = copy.root / "tests/formats/golden/en-exclamations/2025-12-10.md"
    assert '"title": "Two Winds"' in sample.with_suffix(".json").read_text()
    assert "exclamations" in copy.run("check", str(sample)).stdout
    listed = copy.run("--dir", str(sample), "list", "--format", "tsv").stdout.splitlines()
    assert [line.split("\t")[-1] for line in listed] == ["Quiet Kites", "Two Winds"]


def check_shape(copy: Copy) -> None:
    file = copy.write(
        "2025-12-10.md", "# Papers\n\n+++ Quiet Kites and their strings\nThey fly.\n\n+++ Two Winds\nMeet.\n"
    )
    assert "crosses" in copy.run("check", file).stdout
    assert "Quiet Kites" in copy.run("--dir", file, "list").stdout


def check_exporter(copy: Copy) -> None:
    file = copy.write("2025-12-10.md", POST)
    copy.run("--dir", file, "mark", "star", "2512.99001")
    titles = Path(copy.write("titles.txt", "My own line\nAn old title <arxiv:2512.99001>\n"))
    assert copy.run("--dir", file, "export", "-o", str(titles)).returncode == 0
    assert titles.read_text(encoding="utf-8") == "My own line\n* Quiet Kites <arxiv:2512.99001>\n"


def check_source(copy: Copy) -> None:
    file = copy.root.parent / "2025-12-10.md.gz"
    file.write_bytes(gzip.compress(POST.encode()))
    assert "Quiet Kites" in copy.run("--dir", str(file), "list").stdout
    assert copy.run("source", "add", str(file)).returncode == 0
    assert "Quiet Kites" in copy.run("list").stdout
    file.write_bytes(b"no gzip")
    assert "cannot be read" in copy.run("check", str(file)).stdout
    file.unlink()
    assert copy.run("list").returncode == 3


def check_subcommand(copy: Copy) -> None:
    file = copy.write("2025-12-10.md", POST)
    assert copy.run("--dir", file, "count").stdout == "1\n"
    assert copy.run("count", "nothing", "--dir", file).stdout == "0\n"
    assert re.search(r"count +print how many papers there are\n", copy.run("--help").stdout)
    assert "only what it finds" in copy.run("count", "--help").stdout


def check_setting(copy: Copy) -> None:
    good, bad = copy.write("good.toml", "rings = true\n"), copy.write("bad.toml", "\nrings = 'often'\n")
    file = copy.write("2025-12-10.md", POST)
    assert f"{bad}:2: `rings` must be true or false" in copy.run("--config", bad, "--dir", file, "list").stderr
    assert copy.run("--config", good, "--dir", file, "list").stderr == ""
    code = f"""if True:
        from pathlib import Path
        from digest_tui.config_reader import load_settings
        print([load_settings(Path(file)).settings.rings for file in {[good, bad]!r}])
    """
    assert copy.does(code) == "[True, False]\n"
    copy.python("-m", "support.documents")
    row = "| `rings` | true or false | `false` | Let the terminal ring when digests arrive. |\n"
    assert row in (copy.root / "docs/configuration.md").read_text(encoding="utf-8")


def check_key(copy: Copy) -> None:
    said = copy.does("""if True:
        import asyncio, tempfile
        from pathlib import Path
        from support.desk import Blog, open_reader

        async def main(folder):
            blog = Blog(folder / "blog")
            blog.folder.mkdir()
            blog.post("2025-03-11", "Quiet Kites", "Two Winds")
            async with open_reader(blog) as desk:
                await desk.press("c")
                print(desk.message)
                await desk.press("ㅊ")
                print(desk.message)

        with tempfile.TemporaryDirectory() as folder:
            asyncio.run(main(Path(folder)))
    """)
    assert said == "2 papers are listed\n" * 2
    copy.python("-m", "support.documents")
    assert "| `c` | Say how many papers are listed. |\n" in (copy.root / "docs/keys.md").read_text(encoding="utf-8")


def check_theme(copy: Copy) -> None:
    chosen = copy.does("""if True:
        import asyncio, tempfile
        from pathlib import Path
        from support.desk import Blog, open_reader

        async def main(folder):
            blog = Blog(folder / "blog")
            blog.folder.mkdir()
            blog.post("2025-03-11", "Quiet Kites")
            async with open_reader(blog, theme="digest-paper") as desk:
                print(desk.app.theme, "digest-paper" in desk.app.available_themes)
                print(desk.screen.styles.background.hex)

        with tempfile.TemporaryDirectory() as folder:
            asyncio.run(main(Path(folder)))
    """)
    assert chosen == "digest-paper True\n#F4ECD8\n"


CHECKS: dict[str, Callable[[Copy], None]] = {
    "A format": check_format,
    "A shape": check_shape,
    "An exporter": check_exporter,
    "A kind of source": check_source,
    "A subcommand": check_subcommand,
    "A setting": check_setting,
    "A key": check_key,
    "A theme": check_theme,
}


def test_every_recipe_is_followed() -> None:
    assert list(recipes()) == list(CHECKS)


@pytest.mark.parametrize("title", CHECKS)
def test_a_recipe_adds_what_it_says(copy: Copy, title: str) -> None:
    copy.follow(recipes()[title])
    CHECKS[title](copy)


def test_the_drawing_shows_the_tree() -> None:
    [tree] = re.findall(r"```text\n(styles/.*?)```", CONTRIBUTING, flags=re.DOTALL)
    package = ROOT / "src" / "digest_tui"
    there = [path for folder in (package, package / "ui", package / "formats") for path in folder.iterdir()]
    folders = {f"{path.name}/" for path in there if path.is_dir() and path.name != "__pycache__"}
    files = {path.name for path in package.glob("*.py")} - {"__init__.py"}
    drawn = {line.split()[0] for line in tree.splitlines()}
    assert folders | files <= drawn
    known = {path.name for path in package.glob("**/*")} | {path.name for path in ROOT.iterdir()} | {"src/digest_tui"}
    assert {name.rstrip("/") for name in drawn} <= known


def test_the_drawing_shows_the_directions_of_imports() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    [layers] = [contract["layers"] for contract in contracts if contract.get("containers") == ["digest_tui"]]
    assert "```text\n" + "\n".join(layers) + "\n```" in CONTRIBUTING


def test_what_it_links_to_is_there() -> None:
    titles = re.findall(r"^##+ (.+)$", CONTRIBUTING, re.MULTILINE)
    anchors = {title.lower().replace(" ", "-") for title in titles}
    assert set(re.findall(r"\]\(#([^)]+)\)", CONTRIBUTING)) <= anchors
