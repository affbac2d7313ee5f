"""Folders of digests that show what the samples do not."""

from datetime import date, timedelta
from pathlib import Path

_LONG = (
    "Lanterns Along the Gradient: How Small Models Learn Where the Loss Is Steep, and What They Forget There",
    "긴 겨울을 나는 언어 모델: 계절이 바뀌어도 잊지 않는 기억 구조와 그 한계에 관한 실험적 고찰",
    "Tidal Attention",
    "A Grammar of Bridges: Compositional Planning for Robots That Meet Rivers Nobody Has Drawn on a Map Before",
    "말보다 빠른 손: 수어 번역을 위한 공간 표현 학습",
)

_MARKUP = """\
# 1. [Every Mark on One Page: 한 쪽에 모은 모든 표기](https://arxiv.org/abs/2511.98001)

## Introduction
- **Goal:** *강조한 말*과 <b>굵은 말</b>, H<sub>2</sub>O와 x<sup>2</sup>, 그리고 <EOS>처럼 태그가 아닌 것을 모두 그린다.
  이 항목은 세 줄이 되도록 조금 길게 쓴다, 그래야 항목 사이에 숨 쉴 틈이 생긴다.
- **Motivation:** 짧은 항목.

## Method

$$
s_i = \\alpha_i + \\beta^2
$$

비용은 $O(n^2)$이고 `code`는 그대로다.

| 모델 | 문맥 | 정확도 | 비고 |
|:--|--:|:-:|:--|
| 기준 | 4k | 61.2 | 그대로 |
| 우리 것 | 128k | **74.9** | 층마다 다른 길이의 요약을 둔다 |

```python
def read(text):
    return [part for part in text.split()]  # 한 층씩
```

> 기억은 잊음의 기술이다.

1. 먼저 나눈다.
2. 그다음 줄인다.
   - [x] 끝난 일
   - [ ] 남은 일

## Results
정보 부족.

## Limitations
~~완벽하다~~ 자세한 것은 [저장소](https://example.org/marks)에 있다.[^1]

[^1]: 각주.
"""


def long_titles(folder: Path) -> Path:
    """A day of a paper log with more papers than fit, most of them with titles of several lines, and votes."""
    lines = ["## Daily Papers (2025-11-07)", ""]
    for number in range(25):
        lines += [
            f"### [{_LONG[number % len(_LONG)]}](https://arxiv.org/abs/2511.{98100 + number})",
            f"Vote: {120 - 4 * number}",
            "",
            "- **What's New:** 한 문장.",
            "",
        ]
    return _written(folder, "paper_logs/2025/11/07.md", "\n".join(lines))


_SKIMMED = (
    (
        "Lanterns Along the Gradient: How Small Models Learn Where the Loss Is Steep",
        "## 서론\n- **Goal**: 작은 언어 모델이 경사가 가파른 곳을 어떻게 알아보는지 층별로 추적하고, "
        "학습 뒤에 남는 것과 사라지는 것을 가르는 것이 목표다.\n"
        "- **Motivation**: 큰 모델의 관찰은 작은 모델에 그대로 옮겨지지 않는다.\n\n"
        "## 방법\n각 층의 기울기를 **등불**처럼 따라가며 $\\alpha_i$를 기록한다. 추가 학습은 없다.\n\n"
        "## 결과\n- **정확도**: 기준 61.2에서 74.9로 오른다.\n- **비용**: 학습 시간은 12% 줄고 메모리는 그대로다.\n"
        "- 세 언어에서 같은 경향이 나타나며, 층이 깊을수록 차이가 커진다. 다만 가장 작은 모델에서는 차이가 없다.\n\n"
        "## 한계\n네 층보다 얕은 모델은 다루지 않았다.\n",
    ),
    (
        "Tidal Attention",
        "## Introduction\nAttention that comes and goes keeps long texts cheap.\n\n"
        "## Method\nHeads are put to sleep at low tide.\n\n## Results\n"
        "Twice as fast at **128k** tokens; no loss below.\n",
    ),
    (
        "긴 겨울을 나는 언어 모델: 계절이 바뀌어도 잊지 않는 기억 구조와 그 한계에 관한 실험적 고찰",
        "## 서론\n잊는 것이 늘 나쁜 것은 아니다. 언제 잊어야 하는지를 배운다.\n\n"
        "## 방법\n계절마다 요약을 하나씩 둔다.\n",
    ),
    ("A Table of Tables About Tables", "모델 카드에 실린 표를 모은 말뭉치이다. 표는 사람이 다시 읽었다.\n"),
    (
        "말보다 빠른 손: 수어 번역을 위한 공간 표현 학습",
        "## Introduction\n- Goal: 손의 자리를 말의 자리로 옮긴다.\n\n## Results\n"
        "| 모델 | BLEU |\n|--|--|\n| 기준 | 18.1 |\n| 손 | 23.4 |\n\n## Conclusion\n공간은 문법이다.\n",
    ),
)


def skimmed(folder: Path) -> Path:
    """A day and an older one whose papers have different facets, and one of them none."""
    for day, first, papers in (("2025-11-07", 1, _SKIMMED), ("2025-11-06", 6, _SKIMMED[1:3])):
        text = "".join(
            f"# {number}. [{title}](https://arxiv.org/abs/2511.9820{first + number})\n\n{body}\n"
            for number, (title, body) in enumerate(papers, 1)
        )
        _written(folder, f"_posts/{day}-daily-papers.md", f"---\ntitle: Daily Papers\n---\n\n{text}")
    return folder


def every_markup(folder: Path) -> Path:
    """One paper whose text has everything that the reader draws."""
    return _written(folder, "_posts/2025-11-07-daily-papers.md", f"---\ntitle: Daily Papers\n---\n\n{_MARKUP}")


def two_years(folder: Path) -> Path:
    """Days of two years with a gap, an empty one, one that is broken, and a page of the blog itself."""
    first = date(2025, 11, 7)
    for number, days in enumerate([0, 1, 2, 3, 4, 7, 8, 20, 33, 34, 35, 36, 40, 41, 260, 300, 330, 331, 360]):
        day = first - timedelta(days)
        ids = [f"25{1 + number % 12:02}.9{number:02}{n:02}" for n in range(1, 3 + number % 3)]
        papers = [
            f"# {n}. [Paper {number}.{n}: 논문](https://arxiv.org/abs/{id_})\n\n## 서론\n한 문장.\n"
            for n, id_ in enumerate(ids, 1)
        ]
        text = "".join(papers) if number != 5 else "오늘은 논문이 없다.\n"
        _written(folder, f"_posts/{day}-daily-papers.md", f"---\ntitle: Daily Papers\n---\n\n{text}")
    return _written(folder, "about.md", "# About\n\nA page of the blog.\n")


def cards(folder: Path) -> Path:
    """A day of a paper log, one of whose papers stood on a day before, and one of which has no facets."""
    first = (
        "### [Lanterns Along the Gradient: How Small Models Learn Where the Loss Is Steep, and What They Forget "
        "There](https://arxiv.org/abs/2511.98201)"
    )
    authors = "Authors: Mina Kim, Jun Lee, Sora Park, Ada Wu"
    lines = [
        "## Daily Papers (2025-11-07)",
        "",
        first,
        "Vote: 54",
        authors,
        "",
        "#### Introduction",
        "작은 모델이 손실이 가파른 곳에서 무엇을 배우는지 살핀다. 등불을 든 사람처럼 한 걸음 앞만 보는 학습이 왜 "
        "충분한지를 묻는다.",
        "",
        "- 학습 곡선의 기울기를 층마다 따로 잰다.",
        "- 잊는 것과 배우는 것을 한 그림에 그린다.",
        "",
        "#### Results",
        "같은 정확도에 절반의 걸음이면 된다.",
        "",
        "### [Tidal Attention](https://arxiv.org/abs/2511.98202)",
        "Vote: 12",
        authors,
        "",
        "밀물과 썰물처럼 주의를 나눈다. 표제도 이름표도 없는 요약이다.",
        "",
        "### [말보다 빠른 손: 수어 번역을 위한 공간 표현 학습](https://arxiv.org/abs/2511.98203)",
        "Vote: 7",
        "",
        "#### Introduction",
        "손의 자리를 말로 옮긴다.",
        "",
    ]
    earlier = ["## Daily Papers (2025-11-05)", "", first, "", "#### Introduction", "등불.", ""]
    _written(folder, "paper_logs/2025/11/05.md", "\n".join(earlier))
    return _written(folder, "paper_logs/2025/11/07.md", "\n".join(lines))


def _written(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder
