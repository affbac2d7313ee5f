"""How a page of papers looks, on screen and on paper."""

STYLE = """\
:root {
  color-scheme: light dark;
  --text: #1c1c1c; --dim: #5c5c5c; --link: #0b57a4; --line: #d8d8d8; --shade: #f4f4f2; --page: #fff;
}
@media (prefers-color-scheme: dark) {
  :root { --text: #e4e4e4; --dim: #a0a0a0; --link: #8ab8f0; --line: #444; --shade: #262626; --page: #191919; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1rem 4rem; max-width: 46rem; background: var(--page); color: var(--text);
  font: 1rem/1.65 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans KR", "Noto Sans CJK KR",
  "Apple SD Gothic Neo", "Malgun Gothic", sans-serif; overflow-wrap: anywhere; }
:lang(ko) { word-break: keep-all; }
a { color: var(--link); text-underline-offset: .15em; }
h1 { font-size: 1.6rem; line-height: 1.3; }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 0 0 .3rem; }
h3 { font-size: 1.1rem; margin: 1.4rem 0 .3rem; }
h4, h5, h6 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
p, ul, ol, pre, blockquote, .wide { margin: .5rem 0; }
ul, ol { padding-left: 1.6rem; }
nav li { margin: .15rem 0; }
time { white-space: nowrap; }
nav time, .facts { color: var(--dim); font-size: .9rem; }
article { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
blockquote { margin-left: 0; padding: .1rem 1rem; border-left: 3px solid var(--line); background: var(--shade); }
code, pre { font: .9em/1.5 ui-monospace, "SFMono-Regular", Menlo, Consolas, "Noto Sans Mono CJK KR", monospace; }
code { background: var(--shade); padding: .1em .25em; border-radius: 3px; }
pre { background: var(--shade); padding: .7rem .9rem; overflow-x: auto; white-space: pre-wrap; }
pre code { padding: 0; background: none; font-size: 1em; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .95rem; }
th, td { border: 1px solid var(--line); padding: .25rem .6rem; text-align: left; vertical-align: top; }
th { background: var(--shade); }
.center { text-align: center; }
.right { text-align: right; }
hr { border: 0; border-top: 1px solid var(--line); margin: 1.2rem 0; }
@page { margin: 18mm 16mm; }
@media print {
  :root { color-scheme: light; --text: #000; --dim: #444; --link: #000; --line: #bbb; --shade: #f4f4f2; --page: #fff; }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.5; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid; }
  .facts { break-before: avoid; break-after: avoid; }
  p, li { orphans: 3; widows: 3; }
  pre, blockquote, tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
  pre { overflow: visible; }
  article h2 a::after { content: " <" attr(href) ">"; font-size: .7em; font-weight: normal; color: var(--dim); }
}
"""
