"""A Word template of an office, whose styles, headers, footers and pages are used; it is checked before use."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import basename, dirname, join, normpath

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, InputProblem
from riskdesk.domain.text import shortened
from riskdesk.exchange.file_content import content
from riskdesk.exchange.tables import package, xml_tree
from riskdesk.exchange.tables.xml_tree import Node
from riskdesk.exchange.word.markup import MAIN, OFFICE
from riskdesk.exchange.word.parts import DOCUMENT_TYPE, WORD_TYPE
from riskdesk.exchange.word.styles import USUAL

# In bytes: the file, all decompressed parts, and the XML among them, which takes much more memory when it is read.
LARGEST = 20_000_000
_LARGEST_UNPACKED, _LARGEST_XML = 50_000_000, 2_500_000
_XML = (".xml", ".rels")
BODY, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_ZIP = b"PK\x03\x04"
_TEMPLATE_TYPE = f"{WORD_TYPE}.template.main+xml"
_CHANGED = ("document", "styles", "numbering", "hdr", "ftr")
# Types of relationships to programs, and to text of other documents.
_PROGRAMS = {"vbaProject", "wordVbaData", "oleObject", "package", "control", "activeXControlBinary",
             "keyMapCustomizations", "attachedToolbars"}  # fmt: skip
_OTHERS = {"aFChunk", "subDocument"}
_HARMLESS = ("http://", "https://", "mailto:")
# Fields that load external content, or start programs.
_REACHING = re.compile(r"(?i)\b(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON|RD)\b")
_REVISIONS = {"w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:commentReference"}
# A paragraph or content control with only this text is replaced by the register.
_PLACES = ("{register}", "{registre}")


@dataclass(frozen=True)
class Template:
    """The parts of a template, which were checked."""

    parts: Mapping[str, bytes]

    def tree(self, part: str) -> Node:
        """A part as a tree that can be written again."""
        (root,) = xml_tree.read(self.parts[part], prefixed=True).nodes
        return root

    @cached_property
    def styles(self) -> dict[tuple[str, str], Node]:
        """The styles of the template by their kind and name in lower case."""
        return {
            (style.get("w:type", "paragraph"), name.get("w:val").lower()): style
            for style in self.tree(STYLES).nodes
            if style.name == "w:style" and (name := style.find("w:name")) is not None
        }

    @property
    def missing(self) -> list[str]:
        """The names of the styles that exports add to it."""
        return [style.name for style in USUAL if (style.kind, style.name.lower()) not in self.styles]

    @property
    def keeps_text(self) -> bool:
        """Whether its text is kept around the register, as it marks the place for that."""
        return any(is_place(node) for node in self.body.nodes)

    @cached_property
    def body(self) -> Node:
        """The body of its document."""
        return self.tree(BODY).find("w:body") or Node("w:body", {})

    def running(self) -> Iterator[str]:
        """The parts for headers and footers."""
        for relation in self.tree(RELATIONS).nodes if RELATIONS in self.parts else ():
            if relation.get("Type").endswith(("/header", "/footer")):
                yield target(RELATIONS, relation)


def is_place(node: Node) -> bool:
    """Whether a paragraph, or a content control around one, is the place for the register."""
    return node.name in ("w:p", "w:sdt") and _letters(node) in _PLACES


def _letters(node: Node) -> str:
    """The text of an element without its blanks, in lower case."""
    return "".join("".join(text.text for text in node.all("w:t")).split()).lower()


def target(relations: str, relation: Node) -> str:
    """The part to which a relationship refers."""
    address = relation.get("Target")
    return address.lstrip("/") if address.startswith("/") else normpath(join(dirname(dirname(relations)), address))


def read(path: Path) -> Template:
    """Read a template; FileProblem or InputProblem if the file is none, or not a safe one."""
    if not content(path, LARGEST).startswith(_ZIP):
        raise _unsuitable(path)
    try:
        sizes = package.sizes(path, BODY)
        if _is_too_large(sizes) or len({name.lower() for name in sizes}) < len(package.names(path)):
            raise _unsuitable(path)
        names = [name for name in sizes if not name.endswith("/")]
        parts = dict(zip(names, package.each(path, names), strict=True))
        trees = {name: xml_tree.read(data, prefixed=True) for name, data in parts.items() if name.endswith(_XML)}
    except (InputProblem, FileProblem):
        raise _unsuitable(path) from None
    _require_document(path, parts, trees)
    _require_no_programs(path, parts, trees)
    _require_alone(path, trees)
    if any(node.name in _REVISIONS for node in _all(trees[BODY])):
        raise InputProblem(_REVISED, file=path)
    _require_one_place(path, trees[BODY])
    return Template(parts)


def _require_one_place(path: Path, tree: Node) -> None:
    """InputProblem if the register could not stand where the template wants it: all other text would be lost."""
    wanted = sum(node.name == "w:p" and any(place in _letters(node) for place in _PLACES) for node in _all(tree))
    body = tree.find("w:document", "w:body")
    if wanted != sum(map(is_place, body.nodes if body is not None else ())) or wanted > 1:
        raise InputProblem(_MISPLACED, file=path)


def _is_too_large(sizes: Mapping[str, int]) -> bool:
    of_xml = sum(size for name, size in sizes.items() if name.endswith(_XML))
    return sum(sizes.values()) > _LARGEST_UNPACKED or of_xml > _LARGEST_XML


def _require_document(path: Path, parts: Mapping[str, bytes], trees: Mapping[str, Node]) -> None:
    """InputProblem unless this is a Word document or Word template, in the form that Word writes by default."""
    whole = all(part in parts for part in (TYPES, BODY, STYLES, "_rels/.rels"))
    kinds = set(_kinds(trees)) if whole else set()
    if not (kinds & {DOCUMENT_TYPE, _TEMPLATE_TYPE} or any(map(_is_program, kinds))):
        raise _unsuitable(path)
    for name, tree in trees.items():
        (root,) = tree.nodes
        if name.startswith("word/") and xml_tree.without_prefix(root.name) in _CHANGED and not _is_as_word_writes(root):
            raise _unsuitable(path)


def _is_as_word_writes(root: Node) -> bool:
    """Whether a part has the usual names and prefixes of Word, and not those of the Strict format."""
    has_its_names = root.get("xmlns:w") == MAIN and root.get("xmlns:r", OFFICE) == OFFICE
    return has_its_names and root.name == f"w:{xml_tree.without_prefix(root.name)}"


def _kinds(trees: Mapping[str, Node]) -> Iterator[str]:
    """The content types of the parts."""
    for node in _all(trees[TYPES]):
        yield node.get("ContentType")


def _is_program(kind: str) -> bool:
    """Whether a content type stands for macros, or for a document with macros."""
    return "macroEnabled" in kind or "vba" in kind.lower()


def _require_no_programs(path: Path, parts: Mapping[str, bytes], trees: Mapping[str, Node]) -> None:
    kinds = {basename(relation.get("Type")) for relation in _relations(trees)}
    if any(map(_is_program, _kinds(trees))) or package.holds_macros(parts) or kinds & _PROGRAMS:
        raise InputProblem(_WITH_PROGRAMS, file=path)


def _require_alone(path: Path, trees: Mapping[str, Node]) -> None:
    """InputProblem if Word would load external content on opening it."""
    for relation in _relations(trees):
        kind, outside = basename(relation.get("Type")), relation.get("TargetMode") == "External"
        harmless = kind == "hyperlink" and relation.get("Target").lower().startswith(_HARMLESS)
        if kind in _OTHERS or (outside and not harmless):
            raise InputProblem(_REACHING_OUT, file=path, other=_short(relation.get("Target")))
    for name, tree in trees.items():
        field_text = "".join(_fields(tree)) if name.startswith("word/") else ""
        if match := _REACHING.search(field_text):
            raise InputProblem(_REACHING_OUT, file=path, other=_short(field_text[match.start() :]))


def _fields(tree: Node) -> Iterator[str]:
    """The instructions of the fields of a part, in order; each may be in several pieces."""
    for node in _all(tree):
        if node.name == "w:instrText":
            yield node.text
        elif node.name in ("w:fldChar", "w:fldSimple"):
            yield f" {node.get('w:instr')} "


def _relations(trees: Mapping[str, Node]) -> Iterator[Node]:
    for name, tree in trees.items():
        if name.endswith(".rels"):
            yield from (node for node in _all(tree) if xml_tree.without_prefix(node.name) == "Relationship")


def _all(tree: Node) -> Iterator[Node]:
    """All elements in order, without recursion."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed([child for child in node.children if isinstance(child, Node)])


def _short(text: str) -> str:
    return shortened(" ".join(text.split()), 80)


def _unsuitable(path: Path) -> InputProblem:
    return InputProblem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "{file} is no Word document that can be a template, or far too large for one; open it in Word, save it"
            " again as a Word document (.docx) without a password, and choose that.",
        ),
        file=path,
    )


_WITH_PROGRAMS = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} holds macros or embedded objects, which a template may not; save it in Word as .docx without them and"
    " choose that.",
)
_REACHING_OUT = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} takes something from elsewhere when it is opened ({other}), which a template may not; remove that link in"
    " Word, save it and choose it again.",
)
_REVISED = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} holds comments or tracked changes; delete the comments, accept or reject the changes in Word, save it and"
    " choose it again.",
)
_MISPLACED = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} names the place of the register twice, beside other text, or in a table or text box; give it one line of"
    " its own in Word, save it and choose it again.",
)
