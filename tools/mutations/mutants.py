"""The mutants of a file: its text with one change each, known by what is changed and not by where it stands."""

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tools.mutations.changes import KEYWORDS_LEFT, changes, is_problem, name_of

_LONGEST = 100
_BEFORE_DIFFERENCE = 40
# Types, and what decorates: a decorator goes as a whole or stays.
_FIELDS_LEFT = {"annotation", "returns", "decorator_list", "type_params", "bases", "ctx"}
_NAMES_LEFT = {"__slots__", "__all__", "SQLITE_VERSION"}
_CALLS_LEFT = {"QT_TRANSLATE_NOOP", "TypeVar", "cast", "getLogger", "debug", "info", "warning", "error", "exception"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file with one change: where, what, and the `lines` where a test must come by to see it."""

    file: str
    name: str
    lines: range
    _tree: ast.Module
    _slot: "_Slot"
    _node: ast.AST

    def text(self) -> str:
        """The whole file with the change in it."""
        self._slot.put(self._node)
        try:
            return ast.unparse(ast.fix_missing_locations(self._tree))
        finally:
            self._slot.put(self._slot.node)


@dataclass(frozen=True, slots=True)
class _Slot:
    """A node where it stands: in a field of its parent, in a function, among the lines of its statement."""

    node: ast.AST
    parent: ast.AST
    field: str
    index: int | None
    function: str
    lines: range

    def put(self, node: ast.AST) -> None:
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def mutants(file: str, text: str) -> Iterator[Mutant]:
    """Every mutant of a file, in the order of its lines."""
    tree = ast.parse(text)
    names: Counter[str] = Counter()
    for slot in _slots(tree, "", range(1, text.count("\n") + 2)):
        for node in changes(slot.node, slot.parent):
            name = f"{file} {slot.function or '-'}: {_difference(_plain(slot.node), _plain(node))}"
            names[name] += 1
            same = f" #{names[name]}" if names[name] > 1 else ""
            yield Mutant(file, name + same, slot.lines, tree, slot, node)


def _slots(node: ast.AST, function: str, lines: range) -> Iterator[_Slot]:
    for field, value in ast.iter_fields(node):
        if field in _FIELDS_LEFT:
            continue
        for index, child in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(child, ast.AST) or _is_left(child, node):
                continue
            inside = _inside(child, node, function)
            near = _lines(child, node, lines) if isinstance(child, ast.stmt) else lines
            yield _Slot(child, node, field, index if isinstance(value, list) else None, inside, near)
            yield from _slots(child, inside, near)


def _inside(node: ast.AST, parent: ast.AST, function: str) -> str:
    """The name of what a node belongs to: a function, a class, or what is defined outside of these."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return f"{function}.{node.name}".lstrip(".")
    if isinstance(parent, ast.Module | ast.ClassDef) and isinstance(node, ast.Assign | ast.AnnAssign):
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        return f"{function}.{name_of(target)}".lstrip(".")
    return function


def _lines(statement: ast.stmt, parent: ast.AST, lines: range) -> range:
    """Where a test comes by that a statement may matter to; what is done at import matters to the whole file."""
    if isinstance(statement, ast.FunctionDef):
        return range(statement.lineno, (statement.end_lineno or 0) + 1)
    if isinstance(parent, ast.Module | ast.ClassDef):
        return lines
    body = getattr(statement, "body", None)
    if body and not isinstance(statement, ast.Try | ast.Match):
        return range(statement.lineno, max(body[0].lineno, statement.lineno + 1))
    return range(statement.lineno, (statement.end_lineno or 0) + 1)


def _is_left(node: ast.AST, parent: ast.AST) -> bool:
    """Whether a node is none that a test should notice: a wording, a type, a check of what is never so."""
    if _tells_nothing_here(node):
        return True
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Assert() | ast.Expr(ast.Constant()):
            return True
        case ast.Assign([target, *_]) if name_of(target) in _NAMES_LEFT:
            return True
        case ast.AnnAssign(_, annotation) if name_of(annotation) == "TypeAlias":
            return True
        case ast.Assign([ast.Name(name)]) if isinstance(parent, ast.Module) and _is_of_type(name):
            return True
        case ast.Expr(ast.Call(function)) if name_of(function) in _CALLS_LEFT:
            return True
        case ast.Call(function) if name_of(function) in _CALLS_LEFT:
            return True
    return is_problem(parent) and not isinstance(node, ast.IfExp)


def _tells_nothing_here(node: ast.AST) -> bool:
    """Whether a node is for a check of types, for Windows alone, or of no matter on the systems that tests run on."""
    match node:
        case ast.If(ast.Compare(_, [ast.Eq()], [ast.Constant("win32")]), orelse=[]):
            return True
        case ast.If(test):
            return name_of(test) == "TYPE_CHECKING"
        case ast.keyword(name):
            return name in KEYWORDS_LEFT
    return False


def _is_of_type(name: str) -> bool:
    return name.strip("_")[:1].isupper() and not name.isupper()


def _plain(node: ast.AST) -> str:
    """A node on one line; of what has a body, its heads alone."""
    if isinstance(node, ast.Match):
        return f"match {ast.unparse(node.subject)}: {'; '.join(ast.unparse(case.pattern) for case in node.cases)}"
    lines = ast.unparse(node).splitlines()
    return " ".join(line for line in lines if not line.startswith(" ")) if isinstance(node, ast.stmt) else lines[0]


def _difference(before: str, after: str) -> str:
    """What is changed into what; of long texts, what stands around the first difference."""
    same = next((at for at, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), len(after))
    start = max(0, same - _BEFORE_DIFFERENCE) if max(len(before), len(after)) > _LONGEST else 0
    return " → ".join(_cut(text, start) for text in (before, after))


def _cut(text: str, start: int) -> str:
    end = start + _LONGEST
    return f"{'…' if start else ''}{text[start:end]}{'…' if len(text) > end else ''}"
