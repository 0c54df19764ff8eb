"""A document in the template of an office: with its styles, headers, footers and pages, and the register in it.

The register replaces all text of the template or, if a paragraph is {register}, only that paragraph.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from riskdesk.domain.language import TAGS
from riskdesk.domain.manuscript import Looks, Manuscript, PageFormat
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.exchange.tables import xml_tree
from riskdesk.exchange.tables.xml_tree import Node
from riskdesk.exchange.word import numbering, parts, styles
from riskdesk.exchange.word.body import LOW, Body
from riskdesk.exchange.word.file import zipped
from riskdesk.exchange.word.markup import DECLARATION, OFFICE, element
from riskdesk.exchange.word.paging import Paging
from riskdesk.exchange.word.template import BODY, NUMBERING, RELATIONS, STYLES, TYPES, Template, is_place, target


def filled(template: Template, manuscript: Manuscript, checkpoint: Checkpoint = never_cancelled) -> bytes:
    """The document; the same template and manuscript give the same bytes. `checkpoint` may cancel it."""
    return _Filling(template, manuscript).file(checkpoint)


def room(template: Template, sheet: PageFormat) -> float:
    """The width of text in a template, in points, if its pages have the orientation of a sheet."""
    body = template.tree(BODY).find("w:body") or Node("w:body", {})
    return Paging(sheet, _section_of(body, _place(body))).room


def _place(body: Node) -> int | None:
    """The index of the paragraph for the register; None if the template has none."""
    return next((at for at, node in enumerate(body.children) if isinstance(node, Node) and is_place(node)), None)


class _Filling:
    """The parts of a template that is being filled."""

    def __init__(self, template: Template, manuscript: Manuscript) -> None:
        self._template = template
        self._looks = _scaled(manuscript.looks, _usual_size(template))
        self._manuscript = replace(manuscript, looks=self._looks)
        self._parts: dict[str, str | bytes] = dict(template.parts)
        self._trees: dict[str, Node] = {}
        self._ids: dict[str, str] = {}
        self._numbers: dict[str, int] = {}

    def file(self, checkpoint: Checkpoint) -> bytes:
        self._add_styles()
        document = self._tree(BODY)
        document.attributes.setdefault("xmlns:r", OFFICE)
        body = document.find("w:body")
        assert body is not None, "a template without one is refused"
        place = _place(body)
        paging = Paging(self._manuscript.sheet, _section_of(body, place))
        self._add_running_lines(paging)
        content = Body(self._manuscript, self._ids, paging.room, self._numbers, spaced=False).xml(checkpoint)
        if place is None:
            body.children = [*_nodes(content), paging.section]
        else:
            body.children[place : place + 1] = [*_nodes(content), *_section_end(body, place)]
        self._describe()
        for part, tree in self._trees.items():
            self._parts[part] = DECLARATION + xml_tree.written(tree)
        return zipped({TYPES: self._parts.pop(TYPES), **self._parts})

    def _tree(self, part: str, missing: str = "") -> Node:
        """The tree of a part that will be changed; if there is no such part, it is made from `missing`."""
        if part not in self._trees:
            if part not in self._parts:
                self._parts[part] = missing
            (self._trees[part],) = xml_tree.read(_bytes(self._parts[part]), prefixed=True).nodes
        return self._trees[part]

    def _add_styles(self) -> None:
        """Add the styles that the document needs and the template lacks, and lists for its bullets."""
        tree, template_styles = self._tree(STYLES), self._template.styles
        _set_language(tree, TAGS[self._manuscript.language])
        used_ids = {style.get("w:styleId") for style in tree.nodes}
        self._ids[styles.NORMAL.name] = _usual(tree)
        for style in styles.needed(self._looks):
            template_style = template_styles.get((style.kind, style.name.lower()))
            if style is styles.NORMAL:
                continue
            if template_style is not None:
                self._ids[style.name] = template_style.get("w:styleId")
                if style in _BULLETS and not _is_numbered(template_style, tree):
                    self._numbers[style.name] = self._new_list(None)
                continue
            id_ = _free(style.id, used_ids)
            used_ids.add(id_)
            self._ids[style.name] = id_
            number = self._new_list(id_) if style in _BULLETS else 0
            body = self._manuscript.sheet.body
            definition = styles.definition(style, self._looks, body, self._ids, number, id_)
            tree.children += _nodes(definition)

    def _new_list(self, style: str | None) -> int:
        """Add a list of bullets, and return its number."""
        tree = self._tree(NUMBERING, parts.empty_numbering())
        if NUMBERING not in self._template.parts:
            self._relate("numbering", NUMBERING)
        shapes, lists = ([node for node in tree.nodes if node.name == name] for name in ("w:abstractNum", "w:num"))
        shape = 1 + max((_number(node.get("w:abstractNumId")) for node in shapes), default=0)
        number = 1 + max((_number(node.get("w:numId")) for node in lists), default=0)
        after = [node for node in tree.nodes if node.name not in ("w:abstractNum", "w:num", "w:numPicBullet")]
        before = [node for node in tree.nodes if node.name == "w:numPicBullet"]
        new = _nodes(numbering.shape(shape, self._looks, style)), _nodes(numbering.list_of(number, shape))
        tree.children = [*before, *shapes, *new[0], *lists, *new[1], *after]
        return number

    def _add_running_lines(self, paging: Paging) -> None:
        """Add the handling mark to all headers and footers, and add those that the template lacks."""
        mark = self._manuscript.mark
        for part in sorted(set(self._template.running())) if mark else ():
            tree = self._tree(part)
            if mark.casefold() not in "".join(node.text for node in tree.all("w:t")).casefold():
                style = styles.HEADER if tree.name == "w:hdr" else styles.FOOTER
                line = _nodes(parts.mark_line(self._manuscript, self._ids[style.name], self._ids))
                tree.children[:] = [*line, *tree.children] if tree.name == "w:hdr" else [*tree.children, *line]
        for kind, type_ in paging.lacking(only_default=not mark):
            name = _free(f"word/{kind}_riskdesk.xml", set(self._parts))
            self._parts[name] = self._running_lines(kind, whole=type_ == "default")
            paging.refer(kind, type_, self._relate(kind, name))

    def _running_lines(self, kind: str, *, whole: bool) -> str:
        if kind == "header":
            return parts.header(self._manuscript, self._ids, whole=whole, tabbed=False)
        return parts.footer(self._manuscript, self._ids, whole=whole)

    def _relate(self, kind: str, part: str) -> str:
        """Add a relationship of the document to a new part, and return its id."""
        tree = self._tree(RELATIONS, parts.relations())
        id_ = _free("rIdRegister", {node.get("Id") for node in tree.nodes})
        tree.children += _nodes(parts.relation(id_, f"{OFFICE}/{kind}", part.removeprefix("word/")))
        self._tree(TYPES).children += _nodes(parts.content_type(part, f"{parts.WORD_TYPE}.{kind}+xml"))
        return id_

    def _describe(self) -> None:
        """Set the properties of the document, and its type, as the template may have the type of Word templates."""
        first, types = self._tree("_rels/.rels"), self._tree(TYPES)
        relation = next((node for node in first.nodes if node.get("Type") == parts.CORE_RELATION), None)
        part = target("_rels/.rels", relation) if relation is not None else "docProps/core_riskdesk.xml"
        if relation is None:
            id_ = _free("rIdRegister", {node.get("Id") for node in first.nodes})
            first.children += _nodes(parts.relation(id_, parts.CORE_RELATION, part))
        self._parts[part] = parts.properties(self._manuscript)
        if not any(node.get("PartName") == f"/{part}" for node in types.nodes):
            types.children += _nodes(parts.content_type(part, parts.CORE_TYPE))
        for node in types.nodes:
            if node.get("PartName") == f"/{BODY}":
                node.attributes["ContentType"] = parts.DOCUMENT_TYPE


_BULLETS = (styles.BULLET, styles.SMALL_BULLET)


def _bytes(data: str | bytes) -> bytes:
    return data.encode() if isinstance(data, str) else data


def _nodes(xml: str) -> list[Node]:
    """The nodes of several pieces of XML."""
    (root,) = xml_tree.read(f"<root>{xml}</root>".encode(), prefixed=True).nodes
    return list(root.nodes)


def _free(name: str, used_names: set[str]) -> str:
    """A name that is not used yet."""
    stem, dot, ending = name.partition(".")
    names = (f"{stem}{number or ''}{dot}{ending}" for number in range(len(used_names) + 1))
    return next(candidate for candidate in names if candidate not in used_names)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0


def _section_of(body: Node, place: int | None) -> Node:
    """The page set-up for the register: that of the next section that ends, else of the whole document."""
    for node in () if place is None else body.children[place:]:
        section = _ended(node)
        if section is not None:
            return section
    section = next((node for node in body.nodes if node.name == "w:sectPr"), None)
    if section is None:
        section = Node("w:sectPr", {})
        body.children.append(section)
    return section


def _section_end(body: Node, place: int) -> Iterator[Node]:
    """A paragraph that ends a section if what is at a place does."""
    section = _ended(body.children[place])
    if section is not None:
        (paragraph,) = _nodes(LOW)
        props = paragraph.find("w:pPr")
        assert props is not None, "that is what makes it low"
        props.children.append(section)
        yield paragraph


def _ended(node: Node | str) -> Node | None:
    """The section that ends with a paragraph or content control: Word keeps its page set-up in its last paragraph."""
    if not isinstance(node, Node) or node.name not in ("w:p", "w:sdt"):
        return None
    return next(node.all("w:sectPr"), None)


def _usual(tree: Node) -> str:
    """The id of the default style of paragraphs."""
    usual = (
        style
        for style in tree.nodes
        if style.get("w:type") == "paragraph" and style.get("w:default") in ("1", "true", "on")
    )
    return next((style.get("w:styleId") for style in usual), styles.NORMAL.id)


def _usual_size(template: Template) -> float:
    """The default size of text in a template, in points."""
    tree = template.tree(STYLES)
    usual = next((style for style in tree.nodes if style.get("w:styleId") == _usual(tree)), None)
    places = (usual and usual.find("w:rPr", "w:sz"), tree.find("w:docDefaults", "w:rPrDefault", "w:rPr", "w:sz"))
    sizes = (_number(place.get("w:val")) / 2 for place in places if place is not None)
    return next((size for size in sizes if 5 <= size <= 30), 10.0)


def _scaled(looks: Looks, size: float) -> Looks:
    """Looks scaled to another default size; the text in dense tables keeps its size."""
    share = size / looks.size
    names = ("size", "leading", "heading_size", "title_size", "running_size")
    return replace(looks, **{name: getattr(looks, name) * share for name in names})


def _set_language(tree: Node, tag: str) -> None:
    """Set the language in all styles that have one, and in the defaults."""
    for lang in tree.all("w:lang"):
        if "w:val" in lang.attributes:
            lang.attributes["w:val"] = tag
    props = tree.find("w:docDefaults", "w:rPrDefault", "w:rPr")
    if props is not None and props.find("w:lang") is None:
        props.children += _nodes(element("lang", val=tag))


def _is_numbered(style: Node, tree: Node) -> bool:
    """Whether a style, or one on which it is based, belongs to a list."""
    return any(base.find("w:pPr", "w:numPr", "w:numId") is not None for base in _line(style, tree))


def _line(style: Node, tree: Node) -> Iterator[Node]:
    by_id: Mapping[str, Node] = {node.get("w:styleId"): node for node in tree.nodes}
    seen: set[str] = set()
    current: Node | None = style
    while current is not None and current.get("w:styleId") not in seen:
        yield current
        seen.add(current.get("w:styleId"))
        base = current.find("w:basedOn")
        current = by_id.get(base.get("w:val")) if base is not None else None
