"""The text that Word shows for elements without text: symbols of other fonts, and legacy form fields."""

from collections.abc import Callable, Mapping

from riskdesk.exchange.tables.xml_tree import Node

CHECKED, UNCHECKED = "\u2612", "\u2610"
# The characters of the font Symbol at A to Z and a to z, and others of it that occur in running text.
_GREEK = "ΑΒΧ∆ΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", "αβχδεφγηιϕκλµνοπθρστυϖωξψζ"
_SYMBOL = {
    **{ord("A") + place: sign for place, sign in enumerate(_GREEK[0])},
    **{ord("a") + place: sign for place, sign in enumerate(_GREEK[1])},
    **dict(zip(range(0xA3, 0xA6), "≤⁄∞", strict=True)),
    **dict(zip(range(0xAB, 0xBD), "↔←↑→↓°±″≥×∝∂•÷≠≡≈…", strict=True)),
    **dict(zip(range(0xDB, 0xE0), "⇔⇐⇑⇒⇓", strict=True)),
}
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: UNCHECKED, 0x71: UNCHECKED, 0x78: CHECKED, 0xA7: "▪", 0xA8: UNCHECKED, 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xFB: "✗", 0xFC: "✓", 0xFD: CHECKED, 0xFE: "☑",
}  # fmt: skip
_FONTS: Mapping[str, Mapping[int, str]] = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def _sign(node: Node) -> str:
    """A symbol that was inserted from a font; the stored character if the symbol is unknown."""
    try:
        number = int(node.get("char"), 16)
        # Word shifts the characters of such fonts into the private use area of Unicode.
        low = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number
        return _FONTS.get(node.get("font").lower(), {}).get(low) or chr(number)
    except (ValueError, OverflowError):
        return ""


def _chosen(node: Node) -> str:
    """The chosen entry of a legacy drop-down list; Word shows the first one if none was chosen."""
    place = _setting(node, "result") or _setting(node, "default") or "0"
    entries = [entry.get("val") for entry in node.nodes if entry.name == "listEntry"]
    return entries[int(place)] if place.isdecimal() and len(place) < 4 and int(place) < len(entries) else ""


def _box(node: Node) -> str:
    """A character that shows whether a legacy check box is checked."""
    box = node.find("checked") or node.find("default")
    return CHECKED if box is not None and box.get("val", "1") in ("1", "true", "on") else UNCHECKED


def _setting(node: Node, name: str) -> str:
    setting = node.find(name)
    return setting.get("val") if setting is not None else ""


READERS: Mapping[str, Callable[[Node], str]] = {"sym": _sign, "ddList": _chosen, "checkBox": _box}
