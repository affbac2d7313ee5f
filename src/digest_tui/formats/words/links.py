"""The pictures, videos and other links of a paper."""

import re
from dataclasses import dataclass, field

from digest_tui.notation.tags import CLIPS, attribute, one_of
from digest_tui.notation.urls import (
    DESTINATION,
    bare_url_at,
    destination,
    is_video_file,
    is_web_or_relative,
    is_web_url,
)

_EVENT = re.compile(
    # The first look spares most characters of a text the others.
    rf"(?=[!\[\]\n<Hh])(?:(?P<open>!?\[)|(?P<close>\])|(?P<newline>\n)|<(?P<tag>{one_of(CLIPS | {'img'})})(?P<attributes>[^<>]*)|(?P<url>https?://))",
    re.IGNORECASE,
)
_SRC = re.compile(attribute("src"), re.IGNORECASE)
_BROKEN_VIDEO = re.compile(r"[(:\s]{0,3}(?=https?://)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LinkSet:
    """URLs by what they lead to, each once, in order."""

    images: tuple[str, ...]
    videos: tuple[str, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Label:
    """An open bracket, and the number of links before it."""

    start: int
    is_image: bool
    links_before: int


@dataclass(slots=True)
class _Scan:
    text: str
    position: int = 0
    images: list[str] = field(default_factory=list)
    videos: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    labels: list[_Label] = field(default_factory=list)
    sources: dict[int, int] = field(default_factory=dict)
    """Beginnings of the `src` values of tags, each with its end."""


def find_links(text: str) -> LinkSet:
    """Find the links of a Markdown text: inline links and images, HTML tags, autolinks and bare URLs; never raise.

    A picture or a video may stand beside the digest (a relative URL); every other link is http or https.
    """
    scan = _Scan(text)
    while event := _EVENT.search(text, scan.position):
        scan.position = event.end()
        if event["open"]:
            scan.labels.append(_Label(event.end(), event["open"] == "![", len(scan.links)))
        elif event["close"]:
            _close_label(scan, event.start())
        elif event["newline"]:
            scan.labels.clear()
        elif event["tag"]:
            _read_tag(scan, event)
        else:
            _read_bare_url(scan, event.start())
    media = {*scan.images, *scan.videos}
    links = (url for url in dict.fromkeys(scan.links) if url not in media)
    return LinkSet(tuple(dict.fromkeys(scan.images)), tuple(dict.fromkeys(scan.videos)), tuple(links))


def _close_label(scan: _Scan, closing: int) -> None:
    label = scan.labels.pop() if scan.labels else None
    is_image = label is not None and label.is_image
    is_video = label is not None and scan.text[label.start : closing].strip().casefold() == "watch video"
    if match := DESTINATION.match(scan.text, closing + 1):
        scan.position = match.end()
        if label is not None:
            # A URL that is the text of a link is not a second link.
            del scan.links[label.links_before :]
        _add(scan, destination(match), is_image=is_image, is_video=is_video)
    elif is_video and (match := _BROKEN_VIDEO.match(scan.text, closing + 1)):
        url = bare_url_at(scan.text, match.end())
        if url:
            scan.position = match.end() + len(url)
            _add(scan, url, is_image=False, is_video=True)


def _read_tag(scan: _Scan, event: re.Match[str]) -> None:
    # The attributes are searched again for other URLs; the value of `src` is passed over there.
    scan.position = event.start("attributes")
    if match := _SRC.search(scan.text, event.start("attributes"), event.end("attributes")):
        group = match.lastindex or 2
        scan.sources[match.start(group)] = match.end(group)
        is_image = event["tag"].lower() == "img"
        _add(scan, match[group].strip(), is_image=is_image, is_video=not is_image)


def _read_bare_url(scan: _Scan, start: int) -> None:
    if start in scan.sources:
        scan.position = scan.sources[start]
    elif url := bare_url_at(scan.text, start):
        scan.position = start + len(url)
        scan.links.append(url)


def _add(scan: _Scan, url: str, *, is_image: bool, is_video: bool) -> None:
    if is_video or (is_image and is_video_file(url)):
        if is_web_or_relative(url):
            scan.videos.append(url)
    elif is_image:
        if is_web_or_relative(url):
            scan.images.append(url)
    elif is_web_url(url):
        scan.links.append(url)
