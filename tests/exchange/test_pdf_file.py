"""The register in a PDF: what Riskdesk printed comes back, whoever saved it, and what is made to do harm does none."""

import datetime
import struct
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from functools import cache, partial
from io import BytesIO
from itertools import count
from pathlib import Path

import pikepdf
import pytest

from riskdesk.desk import transfer
from riskdesk.desk.templates import template
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.problems import FileProblem, InputProblem, Problem
from riskdesk.domain.values import Language
from riskdesk.exchange import pdf_file
from riskdesk.report import render

MADE = datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)
REGISTER = b'{"title": "In"}'
FILE = b"<</Type /Filespec /F (register.json) /UF (register.json) /EF <</F 6 0 R>>>>"


def read(path: Path, content: bytes) -> str:
    """The title of the register in a PDF."""
    path.write_bytes(content)
    return transfer.read(path, Language.ENGLISH).register.title


def stream(data: bytes, entries: bytes = b"/Filter /FlateDecode") -> bytes:
    return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


@cache
def bomb(megabytes: int, sign: bytes = b" ") -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(sign * 2**20) for _ in range(megabytes)) + packer.flush()


def pdf(objects: dict[int, bytes], trailer: bytes = b"", names: bytes = b"[(register.json) 5 0 R]") -> bytes:
    """A PDF with a table of plain text, as programs wrote them twenty years ago."""
    catalog = b"<</Type /Catalog /Pages 2 0 R /Names <</EmbeddedFiles <</Names %s>>>>>>" % names
    pages = b"<</Type /Pages /Kids [] /Count 0>>"
    content, starts = b"%PDF-1.7\n", dict[int, int]()
    for number, text in ({1: catalog, 2: pages, 5: FILE} | objects).items():
        starts[number] = len(content)
        content += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    last = max(starts)
    rows = [
        b"%010d 00000 n \n" % starts[number] if number in starts else b"0000000000 00000 f \n"
        for number in range(1, last + 1)
    ]
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (last + 1, b"".join(rows))
    tail = b"trailer\n<</Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (last + 1, trailer, len(content))
    return content + table + tail


def packed(objects: bytes, entries: bytes = b"/N 1 /First 4", rows: bytes | None = None) -> bytes:
    """A PDF whose object 5, the attached file, lies packed in object 7, and whose table is packed in object 8."""
    inside = stream(objects, b"/Type /ObjStm /Filter /FlateDecode " + entries)
    plain = pdf({5: b"null", 6: stream(zlib.compress(REGISTER)), 7: inside})
    content = plain[: plain.index(b"xref\n0")]
    starts = [content.find(b"\n%d 0 obj" % number) + 1 for number in range(8)]
    table_rows = [(1, start, 0) if start else (0, 0, 65535) for start in starts]
    table_rows[5] = (2, 7, 0)
    table = zlib.compress(b"".join(struct.pack(">BIH", *row) for row in table_rows)) if rows is None else rows
    size = 8 if rows is None else 2_000_000
    head = b"/Type /XRef /Filter /FlateDecode /W [1 4 2] /Root 1 0 R /Size %d" % size
    return content + b"8 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (stream(table, head), len(content))


def nested(inside: bytes) -> bytes:
    return zlib.compress(b"5 0 " + inside)


def ended_after(calls: int, numbers: Iterator[int]) -> None:
    if next(numbers) >= calls:
        raise KeyError


SOUND = {
    "packed": lambda: pdf({6: stream(zlib.compress(REGISTER))}),
    "packed, in a list": lambda: pdf({6: stream(zlib.compress(REGISTER), b"/Filter [/FlateDecode]")}),
    "packed, as is said elsewhere": lambda: pdf(
        {4: b"/FlateDecode", 6: stream(zlib.compress(REGISTER), b"/Filter 4 0 R")}
    ),
    "not packed": lambda: pdf({6: stream(REGISTER, b"")}),
    "object packed": lambda: packed(nested(FILE)),
    "named in the table alone": lambda: pdf({5: FILE.replace(b"(register", b"(other"), 6: stream(REGISTER, b"")}),
    "named in the file alone": lambda: pdf({6: stream(REGISTER, b"")}, names=b"[(0000) 5 0 R]"),
    "behind others": lambda: pdf({4: b"<</F (a.txt)>>", 6: stream(REGISTER, b"")}, names=b"[(a) 4 0 R (b) 5 0 R]"),
    "with a beginning and an end of others": lambda: pdf({6: stream(REGISTER, b"")}) + b"\n\n<html>",
    "with a table that is wrong": lambda: pdf({6: stream(REGISTER, b"")}).replace(b"\nxref\n", b"\n\n\n\nxref\n"),
}  # fmt: skip

HARMFUL: dict[str, tuple[Callable[[], bytes], str]] = {
    "a register that grows": (lambda: pdf({6: stream(bomb(300))}), "too large for a register"),
    "a register that grows twice": (
        lambda: pdf({6: stream(zlib.compress(bomb(300)), b"/Filter [/FlateDecode /FlateDecode]")}), "no PDF"),
    "a register packed by runs": (lambda: pdf({6: stream(b"\x81 " * 90_000, b"/Filter /RunLengthDecode")}), "no PDF"),
    "a register packed as text": (lambda: pdf({6: stream(b"z" * 90_000 + b"~>", b"/Filter /ASCII85Decode")}), "no PDF"),
    "a register packed as a picture": (
        lambda: pdf({6: stream(bomb(9, b"\4"), b"/Filter /FlateDecode /DecodeParms <</Predictor 15 /Columns 1>>")}),
        "too large"),
    "a register that is unpacked too large": (lambda: pdf({6: stream(b" " * 64_000_001, b"")}), "too large"),
    "objects that grow": (lambda: packed(bomb(300)), "no PDF"),
    "objects in lists without end": (lambda: packed(nested(b"[" * 4_000_000)), "no PDF"),
    "objects in entries without end": (lambda: packed(nested(b"<</A" * 2_000)), "PDF"),
    "more objects than there are": (lambda: packed(nested(FILE), b"/N 999999999 /First 4"), "no PDF"),
    "objects packed in themselves": (lambda: packed(nested(FILE), b"/N 1 /First 4 /DecodeParms 5 0 R"), "no PDF"),
    "a table that grows": (lambda: packed(nested(FILE), rows=bomb(300)), "no PDF"),
    "a table that goes in a circle": (lambda: pdf({6: stream(REGISTER, b"")}, b"/Prev 9"), "In"),
    "a file that is itself": (lambda: pdf({6: b"6 0 R"}), "no PDF"),
    "a length that is itself": (lambda: pdf({6: b"<</Length 6 0 R>>\nstream\nabc\nendstream"}), "no PDF"),
    "files without end": (lambda: pdf({4: b"<</Kids [4 0 R] /Names []>>"}, names=b"[] /Kids [4 0 R]"), "not carry"),
    "no file": (lambda: pdf({}), "no PDF"),
    "a file without content": (lambda: pdf({5: b"<</F (register.json)>>"}), "no PDF"),
    "names that are none": (lambda: pdf({}, names=b"5"), "not carry"),
    "a catalogue without end": (lambda: pdf({1: b"[" * 100_000}), "no PDF"),
    "nothing but beginnings": (lambda: b"%PDF-1.7\n" + b"1 0 obj\n" * 20_000, "no PDF"),
    "nothing but ends": (lambda: b"%PDF-1.7\n" + b"%%EOF\n" * 100_000, "no PDF"),
}  # fmt: skip


@pytest.mark.parametrize("name", SOUND)
def test_a_register_is_found_wherever_it_may_lie(tmp_path: Path, name: str) -> None:
    assert read(tmp_path / "a.pdf", SOUND[name]()) == "In"


@pytest.mark.parametrize("name", HARMFUL)
def test_a_pdf_that_is_made_to_do_harm_does_none(tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str) -> None:
    make_content, expected = HARMFUL[name]
    content = make_content()
    tracemalloc.start()
    try:
        actual = read(tmp_path / "a.pdf", content)
    except Problem as problem:
        actual = str(problem)
    finally:
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert expected in actual
    assert highest < 250_000_000
    assert caplog.records == []


@pytest.mark.parametrize(
    "name", ["objects packed in themselves", "a file that is itself", "no file", "names that are none"]
)
@pytest.mark.parametrize("sound", [False, True])
def test_a_reading_that_is_not_wanted_ends_wherever_it_is(tmp_path: Path, name: str, *, sound: bool) -> None:
    """The library passes over much of what goes wrong while it reads."""
    path = tmp_path / "a.pdf"
    path.write_bytes(SOUND["packed"]() if sound else HARMFUL[name][0]())

    for calls in range(0, 60, 3):
        with pytest.raises(KeyError):
            transfer.read(path, Language.ENGLISH, partial(ended_after, calls, count()))


def test_a_reading_ends_however_deep_entries_lie(tmp_path: Path) -> None:
    """Memory is not traced meanwhile: that takes the longer, the deeper a program is in calls."""
    with pytest.raises(InputProblem):
        read(tmp_path / "a.pdf", packed(nested(b"<</A" * 900_000)))


def test_a_reading_ends_if_it_takes_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_file, "_PATIENCE", -1)
    with pytest.raises(InputProblem, match="takes too long to read"):
        read(tmp_path / "a.pdf", SOUND["packed"]())


def test_a_large_file_that_is_broken_is_not_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = SOUND["with a table that is wrong"]()
    assert read(tmp_path / "a.pdf", content) == "In"
    monkeypatch.setattr(pdf_file, "_LARGEST_BROKEN", len(content) - 1)
    with pytest.raises(InputProblem, match="no PDF that can be read"):
        read(tmp_path / "a.pdf", content)


def test_a_file_larger_than_any_pdf_of_a_register_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.truncate(150_000_001)
    with pytest.raises(FileProblem, match="at most 150 million bytes"):
        transfer.read(path, Language.ENGLISH)


@pytest.mark.parametrize("kind", list(DocumentKind))
@pytest.mark.parametrize(
    "how",
    [
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        {"object_stream_mode": pikepdf.ObjectStreamMode.disable},
        {"linearize": True},
        {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.generalized},
        {"recompress_flate": True, "normalize_content": True},
    ],
)
def test_a_pdf_that_another_program_saved_is_read(tmp_path: Path, kind: DocumentKind, how: dict[str, object]) -> None:
    tree, path = template("kazakhstan-2024-2027", Language.ENGLISH), tmp_path / "a.pdf"
    with pikepdf.open(BytesIO(render(tree, Print(kind), MADE, MADE.date()).data)) as document:
        document.save(path, **how)
    tree_back = transfer.read(path, Language.ENGLISH)
    assert [risk.description for risk in tree_back.risks] == [risk.description for risk in tree.risks]
    assert tree_back == tree or kind is DocumentKind.APPENDIX


@pytest.mark.parametrize("user", ["", "user"])
@pytest.mark.parametrize("strength", [2, 3, 4, 6])
def test_a_locked_pdf_is_told(tmp_path: Path, user: str, strength: int) -> None:
    """Whether it asks for its password or only forbids some things."""
    path = tmp_path / "a.pdf"
    with pikepdf.open(BytesIO(SOUND["packed"]())) as document:
        lock = pikepdf.Encryption(owner="owner", user=user, R=strength, aes=strength >= 4, metadata=strength >= 4)
        document.save(path, encryption=lock)
    with pytest.raises(InputProblem, match="is locked with a password"):
        transfer.read(path, Language.ENGLISH)
