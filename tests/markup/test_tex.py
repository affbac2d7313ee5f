"""TeX as Unicode."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.markup.tex import unicode_tex


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        (r"4$\times$ 빠른 $\alpha$-모델", "4× 빠른 α-모델"),
        (r"$\nabla^2$", "∇²"),
        (r"$\sim$3배", "~3배"),
        (r"$X^2$와 \(x_{t+1}\)", "X²와 xₜ₊₁"),
        (r"$\textit{Name-LoRA}$", "Name-LoRA"),
        (r"$\mathbf{W} \in \mathbb{R}^{n}$", "W ∈ ℝⁿ"),
        (r"$O(n\log n)$", "O(n log n)"),
        (r"90$^{\circ}$, $10^{-3}$, $50\%$", "90°, 10⁻³, 50%"),
        (r"$\sqrt{2}$ $\sqrt{a+b}$", "√2 √(a+b)"),
        ("$n$, $k=3$, $π$", "n, k=3, π"),
        ("$$E=mc^2$$", "E=mc²"),
        (r"$$ x^2 $$", "x²"),
        (r"$$x^2$$3", "x²3"),
        (r"a $x_1$ b \(y_2\) c $z_3$ d", "a x₁ b y₂ c z₃ d"),
        (r"$x^{\alpha_1}", r"$x^{\alpha_1}"),
        (r"$\sqrt{}$", "√()"),
        (r"$a~b_1$", "a b₁"),
        (r"$\alpha$5", "α5"),
        ("$" + "x" * 196 + "_1$", "x" * 196 + "₁"),
        ("$n$ and $5", "n and $5"),
    ],
)
def test_sure_formulas_become_unicode(tex: str, expected: str) -> None:
    assert unicode_tex(tex) == expected


@pytest.mark.parametrize(
    "text",
    [
        "$1 million to $2 million",
        "$5-$6",
        "costs $5 (or 5$)",
        "$100$",
        "US$30 and US$40",
        "$HOME/bin:$PATH",
        r"$\frac{a}{b}$",
        r"$\unknown x$",
        "$x_q$",
        "$x^$",
        r"$\text{",
        r"$a}$",
        r"\(참고\)와 \(x\)",
        "$가격_1$",
        "$",
        "$$",
        "no formula",
        "$" + "x" * 300 + "^2$",
        "$" + "x" * 198 + "_1$",
        "$ x_1$",
        "$x_1 $",
        "$x_1$5",
        "$2n$3",
        "$1+1$",
        "$ab$",
        "$x{y}$",
        r"$x_{a$",
        r"$\sqrt 2$",
        r"$\sqrt$",
        r"$x_{1$}$",
        r"$\alpha & x$",
        r"$\alpha # x$",
        "$\\alpha\nx$",
        r"\(x\)",
        r"\(",
        r"$\text{가}$",
    ],
)
def test_what_is_not_sure_stays_as_written(text: str) -> None:
    assert unicode_tex(text) == text


@given(st.text(st.sampled_from("$\\(){}^_ab1 가\n") | st.characters()))
def test_it_never_raises_and_leaves_text_without_formulas_alone(text: str) -> None:
    assert unicode_tex(text.replace("$", "").replace("\\(", "")) == text.replace("$", "").replace("\\(", "")
    assert isinstance(unicode_tex(text), str)


def test_accents_are_letters_outside_of_formulas() -> None:
    assert unicode_tex(r"L\'evy flights $x^2$ of Schr\"odinger") == "Lévy flights x² of Schrödinger"
