"""PDFs with other registers in them than Riskdesk puts there, and PDFs that are damaged."""

import datetime
import io
import zlib
from collections.abc import Callable
from functools import cache
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, StreamDecodeLevel, String

from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.printing import ATTACHED, DocumentKind, Print
from riskdesk.domain.values import Language
from riskdesk.report import render
from tests.faults.fuzz import documents, nonsense
from tests.faults.fuzz.spoiling import garbled

_TOKENS = (
    *(
        b"obj",
        b"endobj",
        b"stream",
        b"endstream",
        b"xref",
        b"trailer",
        b"startxref",
        b"<<",
        b">>",
        b"/Length",
        b"/Kids",
    ),
    *(
        b"/EmbeddedFiles",
        b"/EF",
        b"/Names",
        b"/Filter",
        b"/Encrypt",
        b"1 0 R",
        b"-1",
        b"99999999999",
        b"%PDF-1.7",
        b"%%EOF",
    ),
)
_DAY = datetime.date(2026, 11, 28)
_BOMB = 300 * 2**20


@cache
def good(kind: DocumentKind = DocumentKind.APPENDIX) -> bytes:
    """A PDF as Riskdesk exports it; each that is asked for loads what printing needs."""
    moment = datetime.datetime(2026, 11, 28, tzinfo=datetime.UTC)
    return render(template(EXAMPLE, Language.ENGLISH), Print(kind), moment, _DAY).data


def of_bytes(chance: Random) -> bytes:
    """A PDF with bytes that are not what they were."""
    return garbled(good(), chance, _TOKENS)


def of_attachments(chance: Random) -> bytes:
    """A PDF with something else attached to it."""
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(good())) as pdf:
        how = chance.choice(_WAYS)(pdf, chance) or {}
        pdf.save(out, **how)
    return out.getvalue()


Way = Callable[[Pdf, Random], "dict[str, object] | None"]


def _attach(pdf: Pdf, *files: tuple[object, object]) -> None:
    """Put names and file specifications in place of what is attached."""
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([part for file in files for part in file])))
    pdf.Root.AF = Array([])


def _file(pdf: Pdf, data: bytes, **entries: object) -> Dictionary:
    return Dictionary(Type=Name.Filespec, F=ATTACHED, UF=ATTACHED, EF=Dictionary(F=pdf.make_stream(data, **entries)))


def _other_document(pdf: Pdf, chance: Random) -> None:
    maker = chance.choice([documents.of_structure, documents.of_structure, documents.of_bytes])
    _attach(pdf, (ATTACHED, _file(pdf, maker(chance))))


def _bomb(pdf: Pdf, chance: Random) -> dict[str, object]:
    """Little that is packed and becomes very much: white space, or zeros, packed once or twice."""
    filler = chance.choice([b" ", b"\0"])
    times = chance.choice([1, 2])
    stream = Stream(pdf, _packed(filler) if times == 1 else zlib.compress(_packed(filler), 9))
    stream.Filter = Array([Name.FlateDecode] * times)
    _attach(pdf, (ATTACHED, Dictionary(Type=Name.Filespec, F=ATTACHED, UF=ATTACHED, EF=Dictionary(F=stream))))
    # Else it would be unpacked, and packed once.
    return {"stream_decode_level": StreamDecodeLevel.none, "compress_streams": False}


@cache
def _packed(filler: bytes) -> bytes:
    """Very much of one sign: the same packed part over and over, as it refers to nothing before it (RFC 1950, 1951)."""
    part, packer = filler * 2**20, zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    packed, seal = packer.compress(part) + packer.flush(zlib.Z_FULL_FLUSH), 1
    for _ in range(_BOMB // 2**20):
        seal = zlib.adler32(part, seal)
    return b"\x78\xda" + packed * (_BOMB // 2**20) + packer.flush() + seal.to_bytes(4, "big")


def _many(pdf: Pdf, chance: Random) -> None:
    """Very many attachments, ours among them or not, or ours again and again."""
    data = documents.good(chance)
    count, same = chance.choice([2, 500, 5_000]), chance.random() < 0.5
    names = [ATTACHED if same else f"{number:05}.txt" for number in range(count)]
    shared = _file(pdf, data)
    _attach(pdf, *((name, shared) for name in [*names, *([ATTACHED] if chance.random() < 0.5 else [])]))


def _no_file(pdf: Pdf, chance: Random) -> None:
    """What stands where a file should be is none."""
    file = _file(pdf, b"{}")
    chance.choice(
        [
            lambda: file.__delitem__("/EF"),
            lambda: file.__setitem__("/EF", Dictionary()),
            lambda: file.__setitem__("/EF", Dictionary(F=String("no stream"))),
            lambda: file.__setitem__("/EF", Dictionary(F=Dictionary())),
            lambda: file.__setitem__("/UF", String(nonsense.text(chance).encode("utf-8", "replace"))),
            lambda: file["/EF"]["/F"].__setitem__("/Filter", Name("/DCTDecode")),
        ]
    )()
    _attach(pdf, (ATTACHED, file))


def _endless_names(pdf: Pdf, chance: Random) -> None:
    """A tree of names whose branches lead back to itself, or very deep."""
    tree = pdf.make_indirect(Dictionary(Limits=Array([String(""), String("z")])))
    if chance.random() < 0.5:
        tree.Kids = Array([tree, tree])
    else:
        below = pdf.make_indirect(Dictionary(Names=Array([String(ATTACHED), _file(pdf, b"{}")])))
        for _ in range(3_000):
            below = pdf.make_indirect(Dictionary(Kids=Array([below])))
        tree.Kids = Array([below])
    pdf.Root.Names = Dictionary(EmbeddedFiles=tree)


def _locked(_pdf: Pdf, chance: Random) -> dict[str, object]:
    user = chance.choice(["", "secret"])
    return {"encryption": pikepdf.Encryption(owner="owner", user=user, R=chance.choice([4, 6]))}


def _plain(pdf: Pdf, chance: Random) -> dict[str, object]:
    """The same, written in another way."""
    if chance.random() < 0.3:
        del pdf.Root[chance.choice(["/Names", "/Pages", "/AF"])]
    return {"linearize": chance.random() < 0.3, "object_stream_mode": chance.choice(list(pikepdf.ObjectStreamMode))}


_WAYS: tuple[Way, ...] = (*(_other_document,) * 4, *(_no_file,) * 2, _bomb, _many, _endless_names, _locked, _plain)
