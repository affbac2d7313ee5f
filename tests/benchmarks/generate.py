"""Writes a library of paper logs with as many papers as asked for: `python tests/benchmarks/generate.py 100000 FOLDER`.

The text is made here from a small vocabulary, the same for the same number of papers.
"""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

PAPERS_A_DAY = 20
LAST_DAY = date(2025, 12, 9)

_TOPICS = (
    ("확산 모델", "diffusion model"), ("강화 학습", "reinforcement learning"), ("언어 모델", "language model"),
    ("세계 모델", "world model"), ("그래프 신경망", "graph neural network"), ("음성 합성", "speech synthesis"),
    ("영상 생성", "video generation"), ("정렬", "alignment"), ("추론", "reasoning"), ("검색 증강", "retrieval"),
    ("희소 주의", "sparse attention"), ("양자화", "quantization"), ("로봇 제어", "robot control"),
    ("벤치마크", "benchmark"),
)  # fmt: skip
_SUBJECTS = ("이 연구는", "저자들은", "제안된 방법은", "실험 결과는", "새로운 구조는", "우리는")
_OBJECTS = (
    "긴 문맥에서의 성능을", "학습 비용을", "데이터의 편향을", "추론 시간을", "사용자의 의도를", "여러 언어의 차이를",
    "고정된 표현을", "작은 모델의 한계를", "평가의 신뢰도를", "도구 사용 능력을",
)  # fmt: skip
_VERBS = ("크게 높인다.", "절반으로 줄인다.", "체계적으로 분석한다.", "효과적으로 완화한다.", "처음으로 측정한다.")
_ADJECTIVES = ("Efficient", "Robust", "Scalable", "Unified", "Sparse", "Faithful", "Adaptive", "Latent")
_NAMES = ("Kim", "Lee", "Park", "Choi", "Jung", "Sato", "Chen", "Garcia", "Novak", "Okafor", "Carlsen", "Weiss")


def main(count: int, folder: Path) -> None:
    """Write the library, newest day first, one file a day."""
    choose = random.Random(count)
    for first in range(0, count, PAPERS_A_DAY):
        day = LAST_DAY - timedelta(days=first // PAPERS_A_DAY)
        papers = (_paper(choose, number) for number in range(first, min(first + PAPERS_A_DAY, count)))
        path = folder / "paper_logs" / f"{day:%Y/%m/%d}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"## Daily Papers ({day})\n\n" + "\n".join(papers), encoding="utf-8")


def _paper(choose: random.Random, number: int) -> str:
    korean, english = choose.choice(_TOPICS)
    title = f"{choose.choice(_ADJECTIVES)} {english.title()} {number}: {choose.choice(_ADJECTIVES)} by Design"
    arxiv = f"{10 + number // 120_000:02}{1 + number // 10_000 % 12:02}.{number % 100_000:05}"
    authors = ", ".join(
        f"{chr(65 + choose.randrange(26))}. {choose.choice(_NAMES)}" for _ in range(choose.randint(2, 9))
    )
    return (
        f"### [{title}](https://arxiv.org/abs/{arxiv})\n\nVote: {choose.randrange(120)}\n\nAuthors: {authors}\n\n"
        f"- ***What's New***: {korean}({english.title()})을 다룬다. {_prose(choose, 3)}\n"
        f"- ***Technical Details***: {_prose(choose, 6)}\n"
        f"- ***Performance Highlights***: {_prose(choose, 4)}\n"
    )


def _prose(choose: random.Random, sentences: int) -> str:
    return " ".join(
        f"{choose.choice(_SUBJECTS)} {choose.choice(_TOPICS)[choose.random() < 0.3]} 분야에서 "
        f"{choose.choice(_OBJECTS)} {choose.choice(_VERBS)}"
        for _ in range(sentences)
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
