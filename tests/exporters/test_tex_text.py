"""Text for LaTeX: what stays, and what is escaped."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest_tui.exporters.tex_text import tex_text
from support.promises import promises


@promises(
    "docs/formats.md",
    "every other sign that is special for TeX is escaped: `Earn \\$1 Million`.",
    "Greek letters and signs of mathematics become formulas (`$\\alpha$`), since no font for text has them.",
    "Letters with accents, Hangul and emoji are UTF-8: whether they are printed is a matter of the engine and "
    "its fonts.",
)
@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("Knots & Ropes", r"Knots \& Ropes"),
        ("100% of Knots", r"100\% of Knots"),
        ("Knot #3", r"Knot \#3"),
        ("knot_tying", r"knot\_tying"),
        ("Earn $1 Million", r"Earn \$1 Million"),
        ("$5 and $10", r"\$5 and \$10"),
        ("Knot^2-Bench", r"Knot\textasciicircum{}2-Bench"),
        ("~20 Knots", r"\textasciitilde{}20 Knots"),
        ("Let's <think> | or >80", "Let's $<$think$>$ $|$ or $>$80"),
        ("<|x|>", "$<|$x$|>$"),
        ('"Quiet" Knots', '"Quiet" Knots'),
        ("`Quiet' Knots -- a `study`", "`Quiet' Knots -- a `study`"),
        ("조용한 매듭, é, ñ, 🪢", "조용한 매듭, é, ñ, 🪢"),
        ("λ-Knots and β²", r"$\lambda$-Knots and $\beta$²"),
        ("αβ", r"$\alpha${}$\beta$"),
        ("Ήσυχοι κόμποι, γη α", r"Ήσυχοι κόμποι, $\gamma${}$\eta$ $\alpha$"),
        ("H₂O → 10⁴", r"H$_2$O $\to$ 10$^4$"),
        ("Ρ and ⊸", "Ρ and ⊸"),
        ("µ-Knots ≤ ∞", r"$\mu$-Knots $\leq$ $\infty$"),
    ],
)
def test_special_signs(text: str, tex: str) -> None:
    assert tex_text(text) == tex


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("A {GPU} Knot, {B}ert", "A {GPU} Knot, {B}ert"),
        ("A {set, of} {b}", r"A \{set, of\} \{b\}"),
        ("An Open { Knot", r"An Open $\lbrace$ Knot"),
        ("A Closed } Knot } {", r"A Closed $\rbrace$ Knot $\rbrace$ $\lbrace$"),
        ("{{a}", r"$\lbrace$\{a\}"),
        (r"\{a}", r"\{a\}"),
        (r"\{a", r"$\lbrace$a"),
    ],
)
def test_braces(text: str, tex: str) -> None:
    assert tex_text(text) == tex


@promises(
    "docs/formats.md",
    "In a title formulas stay,",
)
@pytest.mark.parametrize(
    ("text", "tex"),
    [
        (r"$\nabla^2$DFT", r"$\nabla^2$DFT"),
        (r"$\textit{Quiet_Knots}$: x", r"$\textit{Quiet\_Knots}$: x"),
        ("On $x_1 & y$ in a_b", r"On $x_1 \& y$ in a\_b"),
        ("$10^6$ of $3$D", "$10^6$ of $3$D"),
        ("$τ$-bench", r"$\tau$-bench"),
        (r"\(x_1\) and \(a\)", "$x_1$ and (a)"),
        ("$$E=mc^2$$ now", "$E=mc^2$ now"),
        ("$a$$b$", "$a${}$b$"),
        (r"$\mathbb{R}^n$", r"$\mathbb{R}^n$"),
        (r"$\frac{1}{2}$", r"$\frac{1}{2}$"),
        ("$x'$", "$x'$"),
        (r"$x^\circ_\neq$", r"$x^\circ_{\neq}$"),
        ("$x_αy$", r"$x_\alpha y$"),
    ],
)
def test_formulas_stay(text: str, tex: str) -> None:
    assert tex_text(text) == tex


@promises(
    "docs/formats.md",
    "A formula at which LaTeX would stop is written as the text that it is.",
)
@pytest.mark.parametrize(
    "formula",
    [
        "$x^$", "$_$", "$x^2^3$", "$x'^2$", "$x' ^2$", "$x_{$",
        r"$\frac{1}$", r"$\unknown$", r"$\left(x$", r"$x^\frac12$",
        r"$\text x$", "$\\mathbf x$", "$x~^2$", r"$\textit{$x_1$}$", "$^^M$",
    ],
)  # fmt: skip
def test_what_latex_would_stop_at_is_no_formula(formula: str) -> None:
    assert tex_text(formula).startswith(r"\$")


@promises(
    "docs/formats.md",
    "and so do the commands that LaTeX knows outside of them;",
)
@pytest.mark.parametrize(
    ("text", "tex"),
    [
        (r"\textit{Quiet & $x_1$} Knots", r"\textit{Quiet \& $x_1$} Knots"),
        (r"\textbf{a \emph{b}}", r"\textbf{a \emph{b}}"),
        (r"{\em Quiet} Knots", r"{\em Quiet} Knots"),
        (r"\LaTeX{} and \ldots", r"\LaTeX{} and \ldots"),
        (r"\LaTeX으로", r"\LaTeX{}으로"),
        (r"\ldots{\"u}", r"\ldots{}{\"u}"),
        (r"M{\"u}ller, \c{c}, {\L}", r"M{\"u}ller, \c{c}, {\L}"),
        (r"H\textsubscript{2}O", r"H\textsubscript{2}O"),
        (r"\foo{x} bar", r"\textbackslash{}foo\{x\} bar"),
        (r"\textit", r"\textbackslash{}textit"),
        (r"\textit{open", r"\textbackslash{}textit$\lbrace$open"),
        (r"\input{x} \write18{ls}", r"\textbackslash{}input\{x\} \textbackslash{}write18\{ls\}"),
        ("end \\", r"end \textbackslash{}"),
        (r"a\\b", r"a\textbackslash{}b"),
    ],
)
def test_commands_that_latex_knows_stay(text: str, tex: str) -> None:
    assert tex_text(text) == tex


def test_what_markdown_escapes_is_the_sign_itself() -> None:
    assert tex_text(r"\_ \* \# \$ \% \& \[ \^ \~ \< don\'t") == (
        r"\_ * \# \$ \% \& [ \textasciicircum{} \textasciitilde{} $<$ don't"
    )


def test_many_levels_end() -> None:
    depth = 3000
    text = r"\textit{" * depth + "}" * depth
    assert tex_text(text).count("{") == tex_text(text).count("}")


@given(st.text(st.sampled_from("$\\{}^_&%#~<>|'\"` ab1é가\n") | st.characters(codec="utf-8"), max_size=60))
def test_braces_are_balanced_and_signs_escaped_whatever_the_text(text: str) -> None:
    tex = tex_text(text)
    depth = 0
    for sign in tex:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0
    assert not re.search(r"(?<!\\)[&%#]", tex)
    assert "$$" not in re.sub(r"\\.", "", tex)
    assert len(re.findall(r"\$", re.sub(r"\\.", "", tex))) % 2 == 0
    outside = re.sub(r"\$[^$]*\$", "", re.sub(r"\\[$_^~]", "", tex))
    assert not re.search(r"(?<!\\)[_^~<>|]", outside)
