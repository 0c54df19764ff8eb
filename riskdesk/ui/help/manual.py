"""The manual and the list of changes: their paths, and the chapters of a Markdown text."""

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl

from riskdesk.domain.values import Language
from riskdesk.resource import resource

_FENCE = "```"
_HEADING = re.compile(r"(#{1,3}) (.+)")


@dataclass(frozen=True)
class Chapter:
    """A heading of a Markdown text; the title of the text has level 1."""

    level: int
    title: str

    @property
    def anchor(self) -> str:
        """The fragment of links to this heading, as GitHub generates it."""
        return anchor(self.title)


def anchor(title: str) -> str:
    """The fragment of links to a heading, as GitHub generates it."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def manual(language: Language) -> Path:
    """The path of the manual in a language; its pictures are beside it."""
    return resource(f"manual/manual.{language}.md")


def changes(language: Language) -> Path:
    """The path of the changes of each version in a language.

    Those in English are beside the resources, in a checkout and in a package alike, where developers look for them.
    """
    if language is Language.ENGLISH:
        return resource("").parent / "CHANGELOG.md"
    return resource(f"manual/changes.{language}.md")


def spoken(url: QUrl, language: Language) -> QUrl:
    """The URL of the same page in a language; a chapter corresponds to the one of the same number."""
    for other in Language:
        if Path(url.toLocalFile()) == manual(other):
            anchors = [heading.anchor for heading in chapters(manual(other))]
            translated = QUrl.fromLocalFile(str(manual(language)))
            if url.fragment() in anchors:
                translated.setFragment(chapters(manual(language))[anchors.index(url.fragment())].anchor)
            return translated
    return url


def chapters(file: Path) -> list[Chapter]:
    """The chapters of a Markdown file, in order."""
    headings: list[Chapter] = []
    in_code = False
    for line in file.read_text("utf-8").splitlines():
        if line.startswith(_FENCE):
            in_code = not in_code
        elif not in_code and (heading := _HEADING.fullmatch(line)):
            headings.append(Chapter(len(heading[1]), heading[2]))
    return headings


def chapter(english: str, language: Language) -> Chapter:
    """The chapter in a language for a title of the English manual; the first chapter if there is none."""
    titles = [heading.title for heading in chapters(manual(Language.ENGLISH))]
    return chapters(manual(language))[titles.index(english) if english in titles else 0]
