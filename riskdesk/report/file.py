"""A PDF file: numbered objects, of which those without a stream are compressed together, and their table.

By ISO 32000-1: 7.5.7 object streams, 7.5.8 cross-reference streams, 7.9.2 strings.
"""

import hashlib
import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
# PDF/A requires a line end here, which ReportLab leaves out (ISO 19005-2, 6.1.7.1). It is a CR and an LF, as data may
# end with one of these, which readers would otherwise take for a part of the line end.
_END = b"\r\nendstream"
_IN_ONE_STREAM = 128
_FREE, _PLAIN, _GATHERED = range(3)


class File:
    """A PDF file that is being put together from numbered objects, each put once.

    `fonts` receives the objects of ReportLab's fonts.
    """

    def __init__(self) -> None:
        self.count = 0
        self._parts = [_HEADER]
        self._length = len(_HEADER)
        self._places: dict[int, tuple[int, int, int]] = {0: (_FREE, 0, 65535)}
        self._gathered: list[tuple[int, bytes]] = []
        self.fonts = _Fonts(self)

    def reserve(self) -> int:
        """Reserve the number of an object that is put later."""
        self.count += 1
        return self.count

    def put(self, number: int, content: str) -> None:
        """Set the content of the object with a number, in ASCII and without a stream."""
        self._gather(number, content.encode("ascii"))

    def add(self, content: str) -> int:
        """Add an object without a stream; return its number."""
        number = self.reserve()
        self.put(number, content)
        return number

    def add_stream(self, data: bytes, entries: str = "", *, compressed: bool = True) -> int:
        """Add a stream, with more entries in its dictionary; return its number."""
        number = self.reserve()
        self._put_stream(number, data, entries, compressed=compressed)
        return number

    def add_fonts(self) -> int:
        """Put all objects of the fonts; return the number of the dictionary that names the fonts."""
        for font in self.fonts.delayedFonts:
            font.addObjects(self.fonts)
        done = 0
        while done < len(self.fonts.numberToId):
            number, name = list(self.fonts.numberToId.items())[done]
            self._put_font_object(number, self.fonts.idToObject[name])
            done += 1
        number, _ = self.fonts.idToObjectNumberAndVersion[pdfdoc.BasicFonts]
        return int(number)

    def finish(self, root: int, info: int) -> bytes:
        """The bytes of the file; `root` and `info` are the numbers of its catalog and its document information."""
        for start in range(0, len(self._gathered), _IN_ONE_STREAM):
            self._put_gathered(self._gathered[start : start + _IN_ONE_STREAM])
        table = self.reserve()
        start = self._length
        self._places[table] = (_PLAIN, start, 0)
        rows = b"".join(_row(*self._places[number]) for number in range(table + 1))
        file_id = hashlib.sha256(b"".join(self._parts)).hexdigest()[:32]
        entries = f"/Type/XRef/Size {table + 1}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R/ID[<{file_id}><{file_id}>]"
        self._put_stream(table, rows, entries)
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._parts)

    def _put_font_object(self, number: int, thing: Any) -> None:
        content = pdfdoc.format(thing, self.fonts, toplevel=1)
        if isinstance(thing, pdfdoc.PDFStream):
            self._put_plain(number, content.removesuffix(b"endstream\n") + _END)
        else:
            self._gather(number, content)

    def _put_stream(self, number: int, data: bytes, entries: str, *, compressed: bool = True) -> None:
        data = zlib.compress(data) if compressed else data
        how = "/Filter/FlateDecode" if compressed else ""
        head = f"<<{entries}{how}/Length {len(data)}>>\nstream\n".encode("ascii")
        self._put_plain(number, head + data + _END)

    def _put_gathered(self, objects: list[tuple[int, bytes]]) -> None:
        number, heads, at = self.reserve(), [], 0
        for place, (object_number, content) in enumerate(objects):
            self._places[object_number] = (_GATHERED, number, place)
            heads.append(f"{object_number} {at}")
            at += len(content) + 1
        index = " ".join(heads).encode("ascii") + b"\n"
        data = index + b"".join(content + b"\n" for _, content in objects)
        self._put_stream(number, data, f"/Type/ObjStm/N {len(objects)}/First {len(index)}")

    def _put_plain(self, number: int, content: bytes) -> None:
        self._places[number] = (_PLAIN, self._length, 0)
        self._write(b"%d 0 obj\n" % number + content + b"\nendobj\n")

    def _gather(self, number: int, content: bytes) -> None:
        self._gathered.append((number, content))

    def _write(self, part: bytes) -> None:
        self._parts.append(part)
        self._length += len(part)


class _Fonts(pdfdoc.PDFDocument):  # type: ignore[misc]
    """The document that ReportLab's fonts know; its objects are numbered with those of a file."""

    def __init__(self, file: File) -> None:
        self._file = file
        super().__init__(compression=1, invariant=1)

    @property
    def objectcounter(self) -> int:
        return self._file.count

    @objectcounter.setter
    def objectcounter(self, count: int) -> None:
        self._file.count = max(self._file.count, count)


def string(text: str) -> str:
    """A text as a PDF string."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _row(kind: int, place: int, index: int) -> bytes:
    return kind.to_bytes(1, "big") + place.to_bytes(4, "big") + index.to_bytes(2, "big")
