"""Templates as offices have them: saved by Word in French, with a logo, a cover and running lines of their own."""

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMES = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" xmlns:w14="urn:w14" xmlns:mc="urn:mc" mc:Ignorable="w14"'
_LOGO = bytes.fromhex("89504e470d0a1a0a")


def para(text, style="", more=""):
    props = f"<w:pPr>{f'<w:pStyle w:val={chr(34)}{style}{chr(34)}/>' if style else ''}{more}</w:pPr>"
    return f"<w:p>{props}<w:r><w:t>{text}</w:t></w:r></w:p>"


def style(id_, name, kind="paragraph", inside="", more=""):
    return (
        f'<w:style w:type="{kind}" {more} w:styleId="{id_}"><w:name w:val="{name}"/>{inside}</w:style>'
    )  # fmt: skip


# As a French Word names them: ids are translated, names are not.
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
    + style("Normale", "Normal", more='w:default="1"')
    + style("Titre1", "heading 1", inside='<w:rPr><w:color w:val="00B050"/></w:rPr>')
    + style("TableauNormal", "Normal Table", "table", more='w:default="1"')
    + style("En-tte", "header")
)
PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2000" w:right="1000" w:bottom="1000" w:left="3000"/>'


def office(path, **changed):
    """Writes a template; parts may be changed or, by None, left out."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="'
        'application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        '"application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/word/header7.xml" ContentType="{_TYPE}.header+xml"/></Types>',
        "_rels/.rels": relations(("rId1", f"{OFFICE}/officeDocument", "word/document.xml")),
        "word/document.xml": document(para("Text of the office") + section()),
        "word/_rels/document.xml.rels": relations(
            ("rId9", f"{OFFICE}/styles", "styles.xml"), ("rId3", f"{OFFICE}/header", "header7.xml")
        ),
        "word/styles.xml": f"<w:styles {_NAMES}>{STYLES}</w:styles>",
        "word/header7.xml": f"<w:hdr {_NAMES}>{para('Ministry of Examples', 'En-tte')}</w:hdr>",
        "word/media/logo.png": _LOGO,
        **changed,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            if data is not None:
                archive.writestr(name, data)
    path.write_bytes(out.getvalue())
    return path


def document(body):
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {_NAMES}><w:body>{body}</w:body></w:document>'


def section(more=""):
    return f'<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>{PAGE}{more}</w:sectPr>'


def relations(*rows, mode=""):
    inside = "".join(
        f'<Relationship Id="{id_}" Type="{type_}" Target="{target}" {mode}/>' for id_, type_, target in rows
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'
