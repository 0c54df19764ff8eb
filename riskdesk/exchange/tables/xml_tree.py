"""XML as a tree of small nodes, read by expat; a document type declaration, which may be an attack, is refused."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem

_MOST_NODES, _DEEPEST = 3_000_000, 500


@dataclass(slots=True)
class Node:
    """An element: its name, its attributes and its content in order."""

    name: str
    attributes: dict[str, str]
    children: list["Node | str"] = field(default_factory=list)

    def __bool__(self) -> bool:
        return True

    def get(self, name: str, default: str = "") -> str:
        return self.attributes.get(name, default)

    @property
    def nodes(self) -> Iterator["Node"]:
        """The child elements."""
        for child in self.children:
            if isinstance(child, Node):
                yield child

    def find(self, *path: str) -> "Node | None":
        """The first element on a path of names below this one."""
        node: Node | None = self
        for name in path:
            node = next((child for child in node.nodes if child.name == name), None) if node else None
        return node

    def all(self, name: str) -> Iterator["Node"]:
        """The elements of a name, at any depth."""
        for child in self.nodes:
            if child.name == name:
                yield child
            yield from child.all(name)

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


def read(data: bytes, *, prefixed: bool = False) -> Node:
    """A node that contains the outermost element; FileProblem if the data is not plain XML.

    With `prefixed`, names keep their prefixes, as `written` needs.
    """
    reader = _Reader(prefixed=prefixed)
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise _unreadable() from error
    return reader.root


def written(node: Node) -> str:
    """An element that was read with its prefixes, as XML."""
    attributes = "".join(f' {key}="{value.translate(_ENTITIES)}"' for key, value in node.attributes.items())
    inside = "".join(
        child.translate(_ENTITIES) if isinstance(child, str) else written(child) for child in node.children
    )
    return f"<{node.name}{attributes}>{inside}</{node.name}>" if inside else f"<{node.name}{attributes}/>"


# What would be markup, and white space that a parser would otherwise replace in attributes. The functions of
# `xml.sax.saxutils` load all that talks to a network: an eighth of the time until a file can be read.
_ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)


class _Reader:
    def __init__(self, *, prefixed: bool) -> None:
        self._named = str if prefixed else without_prefix
        self.root = Node("", {})
        self._open = [self.root]
        self._count = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.ExternalEntityRefHandler = None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        node = Node(self._named(name), {self._named(key): value for key, value in attributes.items()})
        self._count += 1
        if self._count > _MOST_NODES or len(self._open) > _DEEPEST:
            raise _unreadable()
        self._open[-1].children.append(node)
        self._open.append(node)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _data(self, text: str) -> None:
        self._open[-1].children.append(text)

    def _refuse(self, *_declared: object) -> None:
        raise _unreadable()


def without_prefix(name: str) -> str:
    """A name of an element or attribute without the prefix of its name space."""
    return name.rpartition(":")[2]


def _unreadable() -> FileProblem:
    return FileProblem(
        QT_TRANSLATE_NOOP(
            "Problem",
            "The inside of the file cannot be read: it is damaged or malicious; save it again in the program"
            " that made it and try again.",
        )
    )
