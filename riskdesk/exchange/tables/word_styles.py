"""The meaning of styles and numberings for paragraphs of a Word document: headings, and the signs of lists."""

import re

from riskdesk.exchange.tables.xml_tree import Node

_HEADING = re.compile(r"(?:heading|titre|überschrift|заголовок)\s?([1-9])", re.IGNORECASE)
# The numbers of these styles are levels: “List Bullet 2” has a list of its own in Word.
_LIST = re.compile(r"list(?:e)? ?(bullet|number|à puces|à numéros)(?: ([2-9])$)?", re.IGNORECASE)
_TITLES = ("title", "titre", "subtitle", "sous-titre")
# The level of a line that only looks like a heading.
BOLD = 9
_LONGEST_HEADING = 160
_DEEPEST = 20


def is_on(switch: Node | None) -> bool:
    """Whether an on/off property is present, and on."""
    return switch is not None and switch.get("val", "1") not in ("0", "false", "off")


class Styles:
    """The styles and numberings of a document."""

    def __init__(self, styles: Node, numbering: Node) -> None:
        self._styles = {style.get("styleId"): style for style in styles.all("style")}
        shapes = {shape.get("abstractNumId"): shape for shape in numbering.all("abstractNum")}
        self._numbers = {number.get("numId"): number for number in numbering.all("num")}
        self._numberings = {
            name: shapes.get(_value(number.find("abstractNumId"))) for name, number in self._numbers.items()
        }

    def heading(self, paragraph: Node) -> int:
        """The level of a heading; 9 for a short line in bold, 0 for other text."""
        for style in self._line(paragraph):
            name = _value(style.find("name"))
            match = _HEADING.fullmatch(name) or _HEADING.fullmatch(style.get("styleId"))
            if match or name.lower() in _TITLES:
                return int(match[1]) if match else 1
            level = _value(style.find("pPr", "outlineLvl"))
            if level.isdecimal() and int(level) < 9:
                return int(level) + 1
        runs = [run for run in paragraph.all("r") if run.text.strip()]
        bold = all(run.find("rPr", "b") and _value(run.find("rPr", "b")) not in ("0", "false") for run in runs)
        return BOLD if runs and bold and len(paragraph.text) <= _LONGEST_HEADING else 0

    def sign(self, paragraph: Node) -> tuple[str, int]:
        """The list sign of a paragraph, empty if it is no list item, and its level."""
        number, depth = self.numbering(paragraph)
        names = [_value(style.find("name")) for style in self._line(paragraph)]
        match = next((hit for name in names if (hit := _LIST.match(name))), None)
        styled_depth = int(match[2] or 1) - 1 if match else 0
        if number:
            return ("", 0) if number == "0" else (self._sign(number, depth), max(depth, styled_depth))
        if match is None:
            return "", 0
        return ("1." if "num" in match[1].lower() or "ér" in match[1].lower() else "•"), styled_depth

    def numbering(self, paragraph: Node) -> tuple[str, int]:
        """The id of the list of a paragraph, empty if none, and the level in it."""
        for place in (paragraph, *self._line(paragraph)):
            numbering = place.find("pPr", "numPr")
            if numbering is not None and numbering.find("numId") is not None:
                level = _value(numbering.find("ilvl"))
                return _value(numbering.find("numId")), int(level) if level.isdecimal() and len(level) < 3 else 0
        return "", 0

    def shape(self, number: str) -> Node | None:
        """The numbering definition of a list, which several lists may share; they continue the same count."""
        return self._numberings.get(number)

    def level(self, number: str, depth: int) -> Node | None:
        """The definition of a level of a list."""
        shape = self.shape(number)
        levels = (level for level in (shape.nodes if shape else ()) if level.name == "lvl")
        return next((level for level in levels if level.get("ilvl") == str(depth)), None)

    def start(self, number: str, depth: int) -> int | None:
        """The number from which a list restarts at a level; None if it continues."""
        for override in self._numbers[number].nodes if number in self._numbers else ():
            if override.name == "lvlOverride" and override.get("ilvl") == str(depth):
                text = _value(override.find("startOverride"))
                return int(text) if text.isdecimal() and len(text) < 6 else None
        return None

    def looks(self, run: Node, paragraph: Node, *names: str) -> bool:
        """Whether a run has one of these properties, such as hidden, by itself, its style or that of the paragraph."""
        places = (run, *self._named(_value(run.find("rPr", "rStyle"))), *self._line(paragraph))
        for setting in (place.find("rPr", name) for place in places for name in names):
            if setting is not None:
                return is_on(setting)
        return False

    def _sign(self, number: str, depth: int) -> str:
        level = self.level(number, depth)
        if level is None:
            return "•"
        form = _value(level.find("numFmt"))
        return "" if form == "none" else "•" if form == "bullet" else "1."

    def _line(self, paragraph: Node) -> list[Node]:
        """The style of a paragraph, and the styles on which it is based."""
        return self._named(_value(paragraph.find("pPr", "pStyle")))

    def _named(self, name: str) -> list[Node]:
        chain: list[Node] = []
        while name in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[name])
            name = _value(chain[-1].find("basedOn"))
        return chain


def _value(node: Node | None) -> str:
    return node.get("val") if node else ""
