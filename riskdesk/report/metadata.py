"""The metadata of a PDF: XMP, document information, and sRGB as the space of its colours.

By ISO 19005-3 (PDF/A-3a) and ISO 14289-1 (PDF/UA-1), both of which require an identification in XMP.
"""

import datetime
import re
from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape

from riskdesk.domain.moments import in_zone
from riskdesk.report.file import File, string
from riskdesk.report.text import plain
from riskdesk.resource import resource

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
# PDF/A accepts the property of PDF/UA only if the file declares its schema (ISO 19005-3, 6.6.2.3).
_PDFUA_SCHEMA = (
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{_NAMESPACES['pdfuaid']}</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>The part of ISO 14289</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)
# Characters between the numbers of a moment in XMP that a PDF string does not have.
_SIGNS = re.compile("[-:T]")
_CREATOR = "Riskdesk"


@dataclass(frozen=True)
class Facts:
    """The facts in the metadata of a file; `language` is a BCP 47 tag, `created_at` its only date."""

    title: str
    author: str
    subject: str
    language: str
    created_at: datetime.datetime


def day(moment: datetime.datetime) -> str:
    """A moment as a PDF string."""
    return f"(D:{_SIGNS.sub('', _stamp(moment))})"


def put_information(file: File, facts: Facts) -> int:
    """Add the document information to a file; return its number."""
    moment = day(facts.created_at)
    entries = {"Title": facts.title, "Author": facts.author, "Subject": facts.subject, "Creator": _CREATOR}
    texts = "".join(f"/{name} {string(plain(text))}" for name, text in entries.items() if plain(text))
    return file.add(f"<<{texts}/CreationDate {moment}/ModDate {moment}>>")


def put_xmp(file: File, facts: Facts) -> int:
    """Add the XMP metadata to a file, uncompressed so that any program finds them; return their number."""
    return file.add_stream(_xmp(facts).encode("utf-8"), "/Type/Metadata/Subtype/XML", compressed=False)


def put_colours(file: File) -> int:
    """Add an output intent to a file, which says that its colours are sRGB; return its number."""
    profile = file.add_stream(_srgb(), "/N 3")
    name = string("sRGB IEC61966-2.1")
    entries = f"/OutputConditionIdentifier {name}/Info {name}/DestOutputProfile {profile} 0 R"
    return file.add(f"<</Type/OutputIntent/S/GTS_PDFA1{entries}>>")


def _xmp(facts: Facts) -> str:
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    moment = _stamp(facts.created_at)
    author, subject = _text(facts.author), _text(facts.subject)
    parts = (
        "<dc:format>application/pdf</dc:format>",
        f"<dc:language><rdf:Bag><rdf:li>{facts.language}</rdf:li></rdf:Bag></dc:language>",
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{_text(facts.title)}</rdf:li></rdf:Alt></dc:title>',
        f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>" if author else "",
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>',
        f"<xmp:CreatorTool>{_CREATOR}</xmp:CreatorTool>",
        f"<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>",
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>",
        _PDFUA_SCHEMA,
    )
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {spaces}>{"".join(parts)}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    )


def _stamp(moment: datetime.datetime) -> str:
    """A moment in UTC to the second, such as 2024-05-06T07:08:09Z; its year always has four digits."""
    return in_zone(moment, datetime.UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def _text(text: str) -> str:
    return escape(plain(text))


@cache
def _srgb() -> bytes:
    """The profile of sRGB, made by LittleCMS, without the date and the system of its creation."""
    return resource("style/srgb.icc").read_bytes()
