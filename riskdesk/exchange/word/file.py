"""A document as the bytes of a .docx file; the same document gives the same bytes."""

import io
import zipfile
from collections.abc import Mapping

from riskdesk.domain.manuscript import Manuscript
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.exchange.word import numbering, parts, styles
from riskdesk.exchange.word.body import Body
from riskdesk.exchange.word.markup import OFFICE, element, root

_MOMENT = (1980, 1, 1, 0, 0, 0)
_HEADER, _FOOTER = "rId4", "rId5"


def written(manuscript: Manuscript, checkpoint: Checkpoint = never_cancelled) -> bytes:
    """The file of a document without a template; `checkpoint` may cancel it."""
    looks, sheet = manuscript.looks, manuscript.sheet
    body = Body(manuscript, {}, sheet.body, {}).xml(checkpoint)
    contents = {
        "word/document.xml": root("document", element("body", body, parts.section(manuscript, _HEADER, _FOOTER))),
        "word/styles.xml": root("styles", styles.definitions(looks, manuscript.language, sheet.body)),
        "word/numbering.xml": root("numbering", _lists(manuscript)),
        "word/settings.xml": parts.settings(manuscript),
        "word/header1.xml": parts.header(manuscript, {}),
        "word/footer1.xml": parts.footer(manuscript, {}),
        "docProps/core.xml": parts.properties(manuscript),
        "docProps/app.xml": parts.program(),
    }
    return zipped(
        {
            "[Content_Types].xml": parts.content_types(dict(zip(contents, _TYPES, strict=True))),
            "_rels/.rels": _FIRST,
            **contents,
            "word/_rels/document.xml.rels": _RELATIONS,
        }
    )


def _lists(manuscript: Manuscript) -> str:
    """The list definitions for normal bullets and for those in smaller text."""
    bullets = ((styles.BULLETS, styles.BULLET), (styles.DENSE_BULLETS, styles.SMALL_BULLET))
    needed_bullets = bullets if manuscript.looks.dense else bullets[:1]
    shapes = (numbering.shape(number, manuscript.looks, style.id) for number, style in needed_bullets)
    return "".join((*shapes, *(numbering.list_of(number, number) for number, _ in needed_bullets)))


def zipped(contents: Mapping[str, str | bytes]) -> bytes:
    """The parts of a document in one file, in their order, and without the time of writing."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            about = zipfile.ZipInfo(name, _MOMENT)
            about.compress_type = zipfile.ZIP_DEFLATED
            # Otherwise, it would depend on the system.
            about.create_system = 0
            archive.writestr(about, data)
    return out.getvalue()


_TYPES = (
    parts.DOCUMENT_TYPE,
    *(f"{parts.WORD_TYPE}.{name}+xml" for name in ("styles", "numbering", "settings", "header", "footer")),
    parts.CORE_TYPE,
    parts.APP_TYPE,
)
_FIRST = parts.relations(
    parts.relation("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
    parts.relation("rId2", parts.CORE_RELATION, "docProps/core.xml"),
    parts.relation("rId3", f"{OFFICE}/extended-properties", "docProps/app.xml"),
)
_RELATIONS = parts.relations(
    parts.relation("rId1", f"{OFFICE}/styles", "styles.xml"),
    parts.relation("rId2", f"{OFFICE}/numbering", "numbering.xml"),
    parts.relation("rId3", f"{OFFICE}/settings", "settings.xml"),
    parts.relation(_HEADER, f"{OFFICE}/header", "header1.xml"),
    parts.relation(_FOOTER, f"{OFFICE}/footer", "footer1.xml"),
)
