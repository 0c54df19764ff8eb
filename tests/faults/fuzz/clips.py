"""What may lie on the clipboard: our own copies, and the text and HTML of other programs, all of it spoilt."""

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random

from riskdesk.desk.clip import Clip
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.values import Language
from tests.faults.fuzz import nonsense
from tests.faults.fuzz.spoiling import garbled, spoilt, written

_SAMPLES = sorted((Path(__file__).parents[2] / "data" / "registers").glob("*_clipboard_*"))
_TOKENS = (
    *(
        b"<table>",
        b"</table>",
        b"<tr>",
        b"<td>",
        b"<td colspan=99999>",
        b"<td rowspan=99999>",
        b"<td colspan=-1>",
        b"<li>",
    ),
    *(
        b"<ul>",
        b"</ul>",
        b"<ol start=99999999999>",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"<script>",
        b"<style>",
        b"&#x110000;",
    ),
    *(b"&#0;", b"&#55296;", b"\t", b"\n", b'"', b"\x00", b"\x1b", b"\xff", b"<p style='mso-list:l0 level99 lfo1'>"),
)


@dataclass(frozen=True)
class Copied:
    """What is on the clipboard in each of the three forms; None where it is not there in one."""

    own_format: bytes | None
    text: str
    html: str


def copied(chance: Random) -> Copied:
    """Something that was copied."""
    how = chance.random()
    if how < 0.4:
        return Copied(_own_format(chance), "text", "")
    if how < 0.7:
        return Copied(None, chance.choice(["", "text"]), _html(chance))
    return Copied(None, _text(chance), "")


def _own_format(chance: Random) -> bytes:
    tree = template(EXAMPLE, Language.ENGLISH)
    category = chance.choice(tree.categories)
    entry = chance.choice(category.entries)
    clip = Clip(tuple(chance.sample([category, entry, entry.risks[0], entry.mitigations[0]], 2)))
    if chance.random() < 0.3:
        return garbled(clip.json.encode(), chance, (b'"', b"[", b"null", b"\xff"))
    return written(spoilt(json.loads(clip.json), chance, chance.choice([1, 1, 3]))).encode("utf-8", "surrogatepass")


def _html(chance: Random) -> str:
    if chance.random() < 0.2:
        part = chance.choice(["<table><tr><td>", "<ul><li>", "<div>", "<td>", "<b>", "<p>•"])
        return part * chance.choice([100, 5_000, 50_000])
    samples = [path for path in _SAMPLES if path.suffix == ".html"]
    return garbled(chance.choice(samples).read_bytes(), chance, _TOKENS).decode("utf-8", "replace")


def _text(chance: Random) -> str:
    if chance.random() < 0.5:
        lines = [nonsense.text(chance) for _ in range(chance.choice([1, 3, 200]))]
        return chance.choice(["\n", "\t", "\r\n", "\n\t"]).join(lines)[: 3 * nonsense.LONG]
    samples = [path for path in _SAMPLES if path.suffix == ".txt"]
    return garbled(chance.choice(samples).read_bytes(), chance, (b"\t", b"\n", b'"', b"\x00")).decode(
        "utf-8", "replace"
    )
