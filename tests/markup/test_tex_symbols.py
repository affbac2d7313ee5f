"""Each TeX command that has a sign of its own, as a reader of formulas knows it."""

import unicodedata

import pytest

from digest_tui.markup.tex import unicode_tex
from digest_tui.markup.tex_symbols import FONTS, FUNCTIONS, SUBSCRIPTS, SUPERSCRIPTS

GREEK = "alpha beta gamma delta zeta eta theta iota kappa mu nu xi pi rho sigma tau upsilon phi chi psi omega"
CAPITALS = "Gamma Delta Theta Xi Pi Sigma Phi Psi Omega"
TABLE = r"""
\varepsilon ε \epsilon ε \vartheta ϑ \varphi φ \lambda λ \Lambda Λ \ell ℓ \hbar ℏ \Re ℜ \Im ℑ \aleph ℵ
\times × \cdot · \div ÷ \pm ± \mp ∓ \ast ∗ \star ⋆ \circ ∘ \bullet • \oplus ⊕ \otimes ⊗ \odot ⊙
\leq ≤ \le ≤ \geq ≥ \ge ≥ \neq ≠ \ne ≠ \approx ≈ \sim ~ \simeq ≃ \cong ≅ \equiv ≡ \propto ∝ \ll ≪ \gg ≫ \lt < \gt >
\in ∈ \notin ∉ \subset ⊂ \subseteq ⊆ \supset ⊃ \supseteq ⊇ \cup ∪ \cap ∩ \setminus ∖ \emptyset ∅ \varnothing ∅
\forall ∀ \exists ∃ \neg ¬ \land ∧ \wedge ∧ \lor ∨ \vee ∨ \perp ⊥ \top ⊤ \parallel ∥ \mid | \vert | \Vert ‖
\sum ∑ \prod ∏ \int ∫ \partial ∂ \nabla ∇ \infty ∞ \dagger †
\to → \rightarrow → \leftarrow ← \leftrightarrow ↔ \Rightarrow ⇒ \Leftarrow ⇐ \Leftrightarrow ⇔ \mapsto ↦
\uparrow ↑ \downarrow ↓ \longrightarrow ⟶ \implies ⟹ \iff ⟺
\ldots … \dots … \cdots ⋯ \prime ′ \degree ° \checkmark ✓
\langle ⟨ \rangle ⟩ \lfloor ⌊ \rfloor ⌋ \lceil ⌈ \rceil ⌉ \lbrace { \rbrace }
\% % \& & \# # \_ _ \{ { \} } \| ‖
"""
SIGNS = TABLE.split()
FUNCTION_NAMES = "log ln exp sin cos tan tanh max min arg argmax argmin sup inf lim det dim ker deg gcd Pr"
FONT_NAMES = """
text textit textbf textrm textsf texttt textsc textnormal emph mathrm mathbf mathit mathsf mathtt mathcal mathnormal
operatorname boldsymbol bm mbox
"""


@pytest.mark.parametrize("name", [*GREEK.split(), *CAPITALS.split()])
def test_greek_letters_are_those_of_their_names(name: str) -> None:
    size = "CAPITAL" if name[0].isupper() else "SMALL"
    assert unicode_tex(rf"$\{name}$") == unicodedata.lookup(f"GREEK {size} LETTER {name.upper()}")


@pytest.mark.parametrize(("command", "sign"), list(zip(SIGNS[::2], SIGNS[1::2], strict=True)))
def test_a_command_is_its_sign(command: str, sign: str) -> None:
    assert unicode_tex(rf"$a^2{command}{{b}}$") == f"a²{sign}b"


@pytest.mark.parametrize(
    ("command", "between"),
    [
        *((name, " ") for name in (r"\quad", r"\qquad", r"\,", r"\:", r"\;", r"\ ", "~")),
        *((name, "") for name in (r"\!", r"\left", r"\right", r"\big", r"\Big", r"\bigl", r"\bigr", r"\displaystyle")),
    ],
)
def test_spaces_and_sizes_are_a_space_or_nothing(command: str, between: str) -> None:
    assert unicode_tex(rf"$a^2{command}(b)$") == f"a²{between}(b)"


@pytest.mark.parametrize("name", FUNCTION_NAMES.split())
def test_functions_are_words_apart_from_what_stands_before(name: str) -> None:
    assert name in FUNCTIONS
    assert unicode_tex(rf"$2\{name} x$") == f"2 {name} x"
    assert unicode_tex(rf"$-\{name} x$") == f"-{name} x"


@pytest.mark.parametrize("name", FONT_NAMES.split())
def test_fonts_leave_their_argument(name: str) -> None:
    assert name in FONTS
    assert unicode_tex(rf"$a\{name}{{bc}}d$") == "abcd"
    assert unicode_tex(rf"$a\{name} b$") == rf"$a\{name} b$"


@pytest.mark.parametrize(("letter", "struck"), list(zip("CEHNPQRZ1", "ℂ𝔼ℍℕℙℚℝℤ𝟙", strict=True)))
def test_letters_of_sets(letter: str, struck: str) -> None:
    assert unicode_tex(rf"$\mathbb{{{letter}}}$") == struck


def test_other_letters_of_sets_are_not_sure() -> None:
    assert unicode_tex(r"$\mathbb{A}$") == r"$\mathbb{A}$"


@pytest.mark.parametrize(("forms", "sign"), [(SUPERSCRIPTS, "^"), (SUBSCRIPTS, "_")])
def test_raised_and_lowered_characters_are_the_same_character(forms: dict[str, str], sign: str) -> None:
    alike = {"-": "−", "α": "ɑ", "ε": "ɛ", "∘": "°", "⊤": "T"}
    for plain, form in forms.items():
        assert unicodedata.normalize("NFKC", form) == alike.get(plain, plain)
        assert unicode_tex(rf"$x{sign}{{{plain}1}}$") == f"x{form}{forms['1']}"


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"$x^\circ$", "x°"),
        (r"$x^\top$", "xᵀ"),
        (r"$x'$", "x′"),
        (r"$x^{'}$", "x′"),
        (r"$x^*$", "x*"),
        (r"$x^\dagger$", "x†"),
        (r"$x^q$", "$x^q$"),
    ],
)
def test_signs_that_are_raised_anyway(tex: str, text: str) -> None:
    assert unicode_tex(tex) == text
