"""In which encoding a file is read: what is certain, and nothing else."""

import os
import random
from itertools import cycle, islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest_tui.sources import FileSource, RawText
from digest_tui.sources.encoding import SAMPLE, UTF8, _telling, encoding_of, strictly
from digest_tui.sources.reading import MAX_BYTES
from support.promises import promises

ENGLISH = """\
## 1. [A Small Model That Reads Long Documents](https://arxiv.org/abs/2503.00001)

Authors: A. Kim, B. Lee, C. Park

- **What's New**: a retrieval scheme keeps the cost of attention flat while documents grow to a million words.
"""
KOREAN = """\
이 논문은 긴 문서를 읽는 작은 언어 모델을 제안한다. 기존 방법은 문서가 길어질수록 계산 비용이 빠르게 늘어났다.
저자들은 문서를 짧은 조각으로 나누고 각 조각의 요약을 기억 장치에 저장한다. 학습 시간은 절반으로 줄었다.
한계로는 아주 긴 표와 그림을 다루지 못한다는 점이 있다. 앞으로는 이를 해결하기 위해 새로운 구조를 탐색할 예정이다.
"""
JAPANESE = """\
本論文では、長い文書を読むための小さな言語モデルを提案する。従来の手法では、計算量が文書の長さとともに急に増えるという問題があった。
著者らは文書を短い断片に分け、各断片の要約をメモリに保存する。実験の結果、学習時間は半分になった。
"""
CHINESE = """\
本文提出了一种用于阅读长文档的小型语言模型。现有方法的计算成本会随着文档长度迅速增加。
作者将文档分成较短的片段，并把每个片段的摘要保存在记忆中。实验结果表明，训练时间减少了一半。
"""
TRADITIONAL = """\
本文提出了一種用於閱讀長文件的小型語言模型。現有方法的計算成本會隨著文件長度迅速增加。
作者將文件分成較短的片段，並把每個片段的摘要保存在記憶中。實驗結果表明，訓練時間減少了一半。
"""
GERMAN = "Die Größe des Modells wächst nicht mit dem Text – „Gedächtnis“ genügt. Für längere Bücher übrigens auch.\n"
FRENCH = "La méthode réduit le coût de l’attention – « mémoire » – même à l’échelle d’une œuvre entière.\n"
SPANISH = "El método añade una memoria pequeña: ¿qué ocurre después? La atención no crece, según los autores.\n"
QUOTES = "The model’s “memory” is cheap – it doesn’t grow with the document’s length… we show.\n"
CZECH = "Příliš dlouhé texty čte malý jazykový model, který si šetří paměť a rozumí každé větě.\n"
POLISH = "Mały model językowy czyta długie teksty, łącząc pamięć z uwagą; wyniki są lepsze niż wcześniej.\n"
TURKISH = "Küçük bir dil modeli uzun belgeleri okuyor; belleğin maliyeti düşüyor, sonuçlar şaşırtıcı.\n"
RUSSIAN = "Небольшая языковая модель читает длинные документы, и стоимость внимания при этом не растёт.\n"
GREEK = "Ένα μικρό γλωσσικό μοντέλο διαβάζει μεγάλα έγγραφα χωρίς να αυξάνεται το κόστος της προσοχής.\n"


def read(folder: Path, data: bytes) -> RawText:
    (folder / "a.md").write_bytes(data)
    source = FileSource(folder / "a.md")
    [ref] = source.files()
    return source.read(ref)


def whole(folder: Path) -> str:
    source = FileSource(folder / "a.md")
    [ref] = source.files()
    return "".join(source.whole_text(ref))


def words(text: str, count: int) -> str:
    """So many words of a text, eight a line."""
    taken = list(islice(cycle(text.split()), count))
    return "\n".join(" ".join(taken[start : start + 8]) for start in range(0, count, 8))


@pytest.mark.parametrize(
    ("text", "codec", "label"),
    [
        (f"{ENGLISH}{words(KOREAN, 200)}\n{ENGLISH}", "cp949", "CP949"),
        (f"{ENGLISH * 40}{words(KOREAN, 12)}\n", "euc_kr", "CP949"),
        ("# 긴 문서를 읽는 모델\n", "cp949", "CP949"),
        ("가나다" * 33, "cp949", "CP949"),
        ("한글 " * 50, "cp949", "CP949"),
        (f"{ENGLISH}요약: 긴 문서를 읽는 모델\n", "cp949", "CP949"),
        (f"{ENGLISH}{KOREAN}α, β → λ의 값은 ①과 같다. · “인용” 똠방각하\n", "cp949", "CP949"),
        (f"{ENGLISH}{JAPANESE}", "shift_jis", "Shift-JIS"),
        (f"{ENGLISH}{JAPANESE}", "euc_jp", "EUC-JP"),
        ("# 長い文書を読むモデル\n", "shift_jis", "Shift-JIS"),
        (f"{ENGLISH}{CHINESE}", "gb18030", "GB18030"),
        (f"{ENGLISH}{CHINESE}", "gb2312", "GB18030"),
        (f"{ENGLISH}{TRADITIONAL}", "big5", "Big5"),
        (f"{ENGLISH}{GERMAN * 3}", "cp1252", "CP1252"),
        (f"{ENGLISH}{FRENCH * 3}", "cp1252", "CP1252"),
        (f"{ENGLISH}{SPANISH * 3}", "latin-1", "CP1252"),
        (f"{ENGLISH}{QUOTES}", "cp1252", "CP1252"),
        ("It doesn’t grow.\n", "cp1252", "CP1252"),
    ],
)
@promises(
    "docs/digests.md",
    "A file that is not UTF-8 is read in its encoding where that is certain (a byte order mark, CP949, "
    "Shift-JIS, EUC-JP, GB18030, Big5, CP1252), and `check` says so.",
)
def test_what_is_certain_is_read_and_reported(tmp_path: Path, text: str, codec: str, label: str) -> None:
    data = text.encode(codec)
    raw = read(tmp_path, data)
    assert raw.text == text
    [problem] = raw.problems
    assert (problem.code, f"The file is {label}, not UTF-8, and" in problem.message) == ("encoding", True)
    first = next(number for number, line in enumerate(text.split("\n"), 1) if not line.isascii())
    assert problem.line == first
    assert whole(tmp_path) == text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (CZECH, "cp1250"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859_2"),
        (TURKISH, "cp1254"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (GREEK, "cp1253"),
        ("제목\n", "cp949"),
        ("方法\n", "gb18030"),
        ("普通\n", "euc_jp"),
        ("五月\n", "big5"),
        ("Plain text with a stray \xff in it.\n", "latin-1"),
        ("Half of a letter: caf\xc3 and more.\n", "latin-1"),
        ("Half of a quote: it\xe2\x80 is.\n", "latin-1"),
    ],
)
def test_what_is_not_certain_is_no_garbled_text(tmp_path: Path, text: str, codec: str) -> None:
    data = f"{ENGLISH}{text}".encode(codec)
    raw = read(tmp_path, data)
    assert raw.text == data.decode("utf-8", "replace")
    assert "\ufffd" in raw.text
    [problem] = raw.problems
    assert (problem.code, problem.message) == ("encoding", "Some bytes are not UTF-8; they are shown as \ufffd.")
    assert whole(tmp_path) == raw.text


@pytest.mark.parametrize("stray", [b"\xff", b"\xe9", b"\x92", b"\xb0\xa1", "요약".encode("cp949"), b"\xed\xa0\x80"])
@promises("docs/digests.md", "an encoding that is not UTF-8")
def test_strays_do_not_garble_a_text_in_utf8(tmp_path: Path, stray: bytes) -> None:
    data = f"{ENGLISH}{KOREAN}".encode() + stray + b"\n" + GERMAN.encode()
    raw = read(tmp_path, data)
    assert raw.text.replace("\ufffd", "") == f"{ENGLISH}{KOREAN}{stray.decode('utf-8', 'ignore')}\n{GERMAN}"
    assert [(problem.code, problem.line) for problem in raw.problems] == [("encoding", 9)]


def test_a_stray_does_not_make_a_short_western_text_chinese(tmp_path: Path) -> None:
    raw = read(tmp_path, "Es así: allí y aquí, asíncrono.\n".encode() + b"x\xb0y\n")
    assert raw.text == "Es así: allí y aquí, asíncrono.\nx\ufffdy\n"


@pytest.mark.parametrize(
    ("mark", "codec", "label"),
    [
        (b"\xff\xfe", "utf-16-le", "UTF-16"),
        (b"\xfe\xff", "utf-16-be", "UTF-16"),
        (b"\xff\xfe\0\0", "utf-32-le", "UTF-32"),
        (b"\0\0\xfe\xff", "utf-32-be", "UTF-32"),
    ],
)
def test_a_byte_order_mark_decides(tmp_path: Path, mark: bytes, codec: str, label: str) -> None:
    raw = read(tmp_path, mark + f"{ENGLISH}{KOREAN}".encode(codec))
    assert raw.text == f"{ENGLISH}{KOREAN}"
    assert [(problem.code, f"The file is {label}, not UTF-8, and" in problem.message) for problem in raw.problems] == [
        ("encoding", True)
    ]
    assert whole(tmp_path) == raw.text
    odd = read(tmp_path, mark + f"{KOREAN}".encode(codec) + b"\0")
    assert odd.text == f"{KOREAN}\ufffd"
    [problem] = odd.problems
    assert problem.message.startswith(f"The file is {label}, not UTF-8, and some bytes are not valid in it")


def test_a_mark_of_utf8_decides_too(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbf" + KOREAN.encode()) == RawText(KOREAN)
    raw = read(tmp_path, b"\xef\xbb\xbf" + KOREAN.encode("cp949"))
    assert "\ufffd" in raw.text
    assert [problem.code for problem in raw.problems] == ["encoding"]


def test_a_large_file_is_read_in_its_encoding_although_it_is_cut_in_a_character(tmp_path: Path) -> None:
    line = ("가나다" * 33).encode("cp949") + b"\n"
    text = line * (MAX_BYTES // len(line) + 5)
    data = next(text[start:] for start in (0, len(line) - 1) if _is_cut_in_a_character(text[start:]))
    raw = read(tmp_path, data)
    assert raw.text.endswith("가나다\n")
    assert "\ufffd" not in raw.text
    assert [problem.code for problem in raw.problems] == ["encoding", "size"]
    assert whole(tmp_path).endswith("가나다\n")


def _is_cut_in_a_character(data: bytes) -> bool:
    try:
        data[:MAX_BYTES].decode("cp949")
    except UnicodeDecodeError:
        return True
    return False


def test_the_detector_is_given_little_of_a_large_file(monkeypatch: pytest.MonkeyPatch) -> None:
    import chardet

    seen: list[int] = []
    detect = chardet.detect

    def counting(data: bytes, **options: object) -> object:
        seen.append(len(data))
        return detect(data, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(chardet, "detect", counting)
    assert encoding_of(f"{ENGLISH * 2000}{KOREAN * 2000}".encode("cp949")).label == "CP949"
    assert encoding_of(CHINESE.replace("\n", "").encode("gb18030") * 2000).label == "GB18030"
    encoding_of(b"\xc1\xa6" * SAMPLE)
    assert len(seen) == 3
    assert max(seen) <= SAMPLE


def test_random_bytes_are_no_text(tmp_path: Path) -> None:
    source = random.Random(7)
    for size in (3, 40, 5000):
        data = b"x\xff" + source.randbytes(size)
        assert encoding_of(data) == UTF8
        assert read(tmp_path, data).problems


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\ufeff\r"), min_size=1))
def test_whatever_is_utf8_is_read_as_it(text: str) -> None:
    assert encoding_of(text.encode()) == UTF8


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_have_an_encoding_that_reads_them(data: bytes, is_cut: bool) -> None:
    encoding = encoding_of(data, is_cut=is_cut)
    data.decode(encoding.codec, "replace")
    if not data.isascii() and encoding != UTF8 and not encoding.codec.startswith("utf"):
        assert strictly(data, encoding, is_cut=is_cut) is not None


def test_a_detector_is_not_loaded_for_utf8(tmp_path: Path) -> None:
    import subprocess
    import sys

    (tmp_path / "a.md").write_text(KOREAN, encoding="utf-8")
    script = (
        "import sys; from pathlib import Path; from digest_tui.sources import FileSource\n"
        "source = FileSource(Path('a.md')); source.read(*source.files()); print('chardet' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert done.stdout == "False\n"


@pytest.mark.parametrize("line", ["가나다 ", "가나다라마바사아자차카타파하, "])
def test_of_a_long_line_the_detector_gets_whole_characters(line: str) -> None:
    data = (line * 20_000).encode("cp949")
    sample = _telling(b"ascii alone\n" + data)
    assert SAMPLE - 40 < len(sample) <= SAMPLE
    assert data.startswith(sample)
    assert sample.endswith((b" ", b","))
    assert sample.decode("cp949")


def test_of_a_long_line_without_signs_the_beginning_is_taken() -> None:
    data = "가".encode("cp949") * SAMPLE
    assert _telling(data) == data[:SAMPLE]
    assert _telling(b"ascii\n\xff\nascii\n\xfe") == b"\xff\n\xfe"
