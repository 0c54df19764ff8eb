"""A Word document as a program that opens it finds it: its parts, held against the rules of the format."""

import io
import posixpath
import zipfile
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
# In which order elements stand in others (ECMA-376, part 1, annex A.1).
_BORDERS = "top left start bottom right end insideH insideV tl2br tr2bl"
_ORDER = {
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked"
    " personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing"
    " tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tblBorders": _BORDERS,
    "tcBorders": _BORDERS,
    "tblCellMar": "top left start bottom right end",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "numPr": "ilvl numId",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "styles": "docDefaults latentStyles style",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType"
    " pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
}
# What stands in runs has an order, too, which Word does not hold to.
_RUN = ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "noProof", "color", "sz", "szCs", "shd", "rtl", "lang"]


def name(node):
    return node.tag.rpartition("}")[2]


@dataclass
class Opened:
    """The parts of a document."""

    data: bytes

    @cached_property
    def parts(self):
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            names = archive.namelist()
            assert len(names) == len(set(names))
            assert names[0] == "[Content_Types].xml"
            return {part: archive.read(part) for part in names}

    def part(self, path):
        return ElementTree.fromstring(self.parts[path])

    @cached_property
    def document(self):
        return self.part("word/document.xml")

    @property
    def body(self):
        return self.document.find(f"{W}body")

    @property
    def tables(self):
        return list(self.body.findall(f"{W}tbl"))

    @property
    def styles(self):
        return {style.get(f"{W}styleId"): style for style in self.part("word/styles.xml").findall(f"{W}style")}

    def named(self, style):
        return next(
            key for key, node in self.styles.items() if node.find(f"{W}name").get(f"{W}val").lower() == style.lower()
        )

    def require_sound(self):
        """That Word opens it without a word: parts, what leads to them, ids, and the order of elements."""
        for path in self.parts:
            if path.endswith((".xml", ".rels")):
                _require_order(self.part(path))
        self._require_relations()
        self._require_types()
        self._require_styles()

    def _require_relations(self):
        for path in self.parts:
            if not path.endswith(".rels"):
                continue
            folder = posixpath.dirname(posixpath.dirname(path))
            relations = list(self.part(path).iter(_RELATION))
            assert len({relation.get("Id") for relation in relations}) == len(relations)
            for relation in relations:
                target = relation.get("Target")
                if relation.get("TargetMode") != "External":
                    inside = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                    assert posixpath.normpath(inside) in self.parts, target
            source = posixpath.join(folder, posixpath.basename(path).removesuffix(".rels"))
            if source in self.parts:
                used = {value for node in self.part(source).iter() for key, value in node.items() if key == f"{R}id"}
                assert used <= {relation.get("Id") for relation in relations}

    def _require_types(self):
        types = self.part("[Content_Types].xml")
        paths = {node.get("PartName").lstrip("/") for node in types.iter(f"{_TYPES}Override")}
        endings = {node.get("Extension").lower() for node in types.iter(f"{_TYPES}Default")}
        assert paths <= set(self.parts)
        for path in self.parts:
            assert path == "[Content_Types].xml" or path in paths or path.rpartition(".")[2].lower() in endings, path

    def _require_styles(self):
        ids = [node.get(f"{W}styleId") for node in self.part("word/styles.xml").findall(f"{W}style")]
        assert len(set(ids)) == len(ids)
        numbering = self.part("word/numbering.xml")
        numbers = [node.get(f"{W}numId") for node in numbering.findall(f"{W}num")]
        shapes = [node.get(f"{W}abstractNumId") for node in numbering.findall(f"{W}abstractNum")]
        assert len(set(numbers)) == len(numbers)
        assert len(set(shapes)) == len(shapes)
        for path in ("word/document.xml", "word/styles.xml", "word/numbering.xml"):
            for node in self.part(path).iter():
                value = node.get(f"{W}val")
                if name(node) in ("pStyle", "rStyle", "tblStyle", "basedOn"):
                    assert value in ids
                if name(node) == "numId":
                    assert value == "0" or value in numbers


def _require_order(node):
    for element in node.iter():
        order = _ORDER.get(name(element), "").split() if element.tag.startswith(W) else []
        if name(element) == "rPr" and {name(child) for child in element} <= set(_RUN):
            order = _RUN
        if name(element) == "sectPr":
            order = ["Reference", *order[2:]]
        names = [
            name(child).replace("header", "").replace("footer", "") for child in element if child.tag.startswith(W)
        ]
        places = [order.index(child) for child in names] if order else []
        assert places == sorted(places), [name(child) for child in element]


def text(node):
    """The text in a node, with its breaks."""
    pieces = {"t": lambda element: element.text or "", "br": lambda _: "\n", "tab": lambda _: "\t"}
    return "".join(pieces[name(element)](element) for element in node.iter() if name(element) in pieces)
