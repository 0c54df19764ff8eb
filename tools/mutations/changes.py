"""The changes that are tried: for each kind of node of a syntax tree, what may stand there instead."""

import ast
import re
from collections.abc import Callable, Iterator
from copy import copy

_SWAPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    # What holds on one side of a limit is seen by any test, what holds at the limit only by one that goes there.
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
}
_ORDERS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_OTHER: dict[type[ast.operator], type[ast.operator]] = {
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
# Up to here, a number is one too many or too few; beyond, it is a limit of quite another size.
_SMALL = 100
_FAR = 1000
# In statements of SQL, and in settings such as "secure_delete=ON".
_SQL = re.compile(
    r"\b(SELECT|INSERT|DELETE|WHERE|JOIN|AND|ORDER|BEGIN|GLOB|PRAGMA|LIMIT|IN)\b|^\w+=[A-Z0-9]+$|_key\w*="
)
_IN_SQL = (
    (r" AND ", " OR "),
    (r" OR ", " AND "),
    (r" ORDER BY [\w.]+(, [\w.]+)*( DESC)?", ""),
    (r" DESC\b", ""),
    (r"\bDISTINCT ", ""),
    (r" IS NOT NULL", " IS NULL"),
    (r" IS NULL", " IS NOT NULL"),
    (r" = ", " <> "),
    (r" > ", " >= "),
    (r" < ", " <= "),
    (r" IN ", " NOT IN "),
    (r" GLOB ", " NOT GLOB "),
    (r" LIMIT \d+", ""),
    (r"\bmax\(", "min("),
    (r"\bmin\(", "max("),
    (r"\b(lower|trim)\(", "("),
    (r" IMMEDIATE", ""),
    (r"=ON\b", "=OFF"),
    (r"=OFF\b", "=ON"),
    (r"=EXTRA\b", "=FULL"),
    (r"=DELETE\b", "=MEMORY"),
    (r"=MEMORY\b", "=FILE"),
    (r"=0\b", "=1000000"),
)
_EXCHANGED = {"min": "max", "max": "min", "any": "all", "all": "any"}
_BARE_FUNCTIONS = {"sorted", "reversed", "set", "frozenset"}
_BARE_METHODS = {"strip", "lower", "casefold", "absolute", "resolve", "fromkeys", "copy"}
_DEFAULTED = {"get", "pop", "next"}
# They tell nothing on the system that the tests run on, or check what the code itself promises.
KEYWORDS_LEFT = {"encoding", "strict"}
# Without them nothing is different but the time it takes.
_DECORATORS_LEFT = {"cache", "cached_property", "overload", "dataclass"}
_PROBLEMS = {"NotFound", "FileReplaced", "DamagedStore", "Conflict"}


def changes(node: ast.AST, parent: ast.AST) -> Iterator[ast.AST]:
    """What is tried in place of a node, one node after the other; a statement that goes is `pass`."""
    for kind, change in _CHANGES:
        if isinstance(node, kind):
            yield from change(node, parent)


def _with(node: ast.AST, **fields: object) -> ast.AST:
    """The same node with other fields."""
    changed = copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def _without_each(nodes: list[ast.AST]) -> Iterator[list[ast.AST]]:
    return (nodes[:at] + nodes[at + 1 :] for at in range(len(nodes)))


def _comparison(node: ast.Compare, parent: ast.AST) -> Iterator[ast.AST]:
    for at, operator in enumerate(node.ops):
        # A condition is tried both ways as a whole.
        if not isinstance(parent, ast.If) or isinstance(operator, _ORDERS):
            yield _with(node, ops=[*node.ops[:at], _SWAPPED[type(operator)](), *node.ops[at + 1 :]])


def _truth(node: ast.BoolOp, _parent: ast.AST) -> Iterator[ast.AST]:
    for left in _without_each(node.values):
        yield left[0] if len(left) == 1 else _with(node, values=left)


def _sign(node: ast.UnaryOp, parent: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node.op, ast.Not | ast.USub) and not isinstance(parent, ast.If):
        yield node.operand


def _sum(node: ast.BinOp, _parent: ast.AST) -> Iterator[ast.AST]:
    if type(node.op) in _OTHER:
        yield _with(node, op=_OTHER[type(node.op)]())
    elif not isinstance(node.op, ast.Pow):
        # It stays what it was: a text, a path, a set.
        yield node.left
        if not isinstance(node.op, ast.Div):
            yield node.right


def _constant(node: ast.Constant, parent: ast.AST) -> Iterator[ast.AST]:
    value = node.value
    if name_of(parent) == "kill":
        # Another signal ends what others run.
        return
    if isinstance(value, bool):
        yield _with(node, value=not value)
    elif isinstance(value, int) and value <= _SMALL:
        yield _with(node, value=value + 1)
        if value:
            yield _with(node, value=value - 1)
    elif isinstance(value, int | float):
        yield _with(node, value=value * _FAR)
        yield _with(node, value=value // _FAR)
    elif isinstance(value, str) and _SQL.search(value):
        yield from (_with(node, value=text) for text in _statements(value))


def _statements(sql: str) -> Iterator[str]:
    for pattern, other in _IN_SQL:
        for match in re.finditer(pattern, sql):
            yield sql[: match.start()] + other + sql[match.end() :]


def _choice(node: ast.IfExp, _parent: ast.AST) -> Iterator[ast.AST]:
    yield node.body
    yield node.orelse


def _loop(node: ast.comprehension, _parent: ast.AST) -> Iterator[ast.AST]:
    for left in _without_each(node.ifs):
        yield _with(node, ifs=left)


def _call(node: ast.Call, _parent: ast.AST) -> Iterator[ast.AST]:
    if is_problem(node):
        return
    for at, keyword in enumerate(node.keywords):
        if keyword.arg is not None and keyword.arg not in KEYWORDS_LEFT:
            yield _with(node, keywords=node.keywords[:at] + node.keywords[at + 1 :])
    name = name_of(node.func)
    if name in _EXCHANGED and isinstance(node.func, ast.Name):
        yield _with(node, func=ast.Name(_EXCHANGED[name]))
    if name in _DEFAULTED and len(node.args) > 1:
        yield _with(node, args=node.args[:-1])
    if name in _BARE_FUNCTIONS and isinstance(node.func, ast.Name) and node.args:
        yield node.args[0]
    if name in _BARE_METHODS and isinstance(node.func, ast.Attribute):
        yield node.args[0] if node.args else node.func.value


def _collection(node: ast.Tuple | ast.List | ast.Set, parent: ast.AST) -> Iterator[ast.AST]:
    listed = not isinstance(node, ast.Tuple) or isinstance(parent, ast.ExceptHandler)
    if listed or all(isinstance(each, ast.Constant | ast.Starred) for each in node.elts):
        for left in _without_each(node.elts):
            yield _with(node, elts=left) if left or not isinstance(node, ast.Set) else ast.parse("set()").body[0].value


def _dictionary(node: ast.Dict, _parent: ast.AST) -> Iterator[ast.AST]:
    for keys, values in zip(_without_each(node.keys), _without_each(node.values), strict=True):
        yield _with(node, keys=keys, values=values)


def _slice(node: ast.Slice, _parent: ast.AST) -> Iterator[ast.AST]:
    for name in ("lower", "upper", "step"):
        if getattr(node, name) is not None:
            yield _with(node, **{name: None})


def _answer(node: ast.Return, _parent: ast.AST) -> Iterator[ast.AST]:
    if node.value is not None and not isinstance(node.value, ast.Constant):
        yield _with(node, value=ast.Constant(None))


def _condition(node: ast.If, _parent: ast.AST) -> Iterator[ast.AST]:
    yield _with(node, test=ast.Constant(True))
    yield _with(node, test=ast.Constant(False))


def _statement(node: ast.stmt, parent: ast.AST) -> Iterator[ast.AST]:
    lone = isinstance(parent, ast.If) and len(parent.body) == 1 and parent.body[0] is node
    if isinstance(node, ast.Raise | ast.Continue | ast.Break) or _is_bare_return(node):
        # Alone in an `if`, it goes where the condition is never met.
        if not lone:
            yield ast.Pass()
    elif isinstance(node, ast.Expr | ast.AugAssign | ast.Delete) or _stores(node):
        yield ast.Pass()


def _is_bare_return(node: ast.stmt) -> bool:
    return isinstance(node, ast.Return) and node.value is None


def _stores(node: ast.stmt) -> bool:
    """Whether a statement puts something into what is there already; without a name, the next line would fail."""
    return isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Attribute | ast.Subscript)


def _guard(node: ast.With, _parent: ast.AST) -> Iterator[ast.AST]:
    for left, item in zip(_without_each(node.items), node.items, strict=True):
        if item.optional_vars is None:
            yield _with(node, items=left) if left else ast.If(ast.Constant(True), node.body, [])


def _attempt(node: ast.Try, _parent: ast.AST) -> Iterator[ast.AST]:
    for left in _without_each(node.handlers):
        yield _with(node, handlers=left) if left or node.finalbody else ast.If(ast.Constant(True), node.body, [])
    if node.finalbody:
        yield _with(node, finalbody=[]) if node.handlers else ast.If(ast.Constant(True), node.body, [])


def _match(node: ast.Match, _parent: ast.AST) -> Iterator[ast.AST]:
    for left in _without_each(node.cases):
        yield _with(node, cases=left)


def _decorators(node: ast.FunctionDef, _parent: ast.AST) -> Iterator[ast.AST]:
    for left, decorator in zip(_without_each(node.decorator_list), node.decorator_list, strict=True):
        if name_of(decorator) not in _DECORATORS_LEFT:
            yield _with(node, decorator_list=left)


def name_of(node: ast.AST) -> str:
    """The last part of the name of what is called or stands there; empty if it has none."""
    match node:
        case ast.Name(name) | ast.Attribute(attr=name):
            return str(name)
        case ast.Call(function):
            return name_of(function)
    return ""


def is_problem(node: ast.AST) -> bool:
    """Whether a node makes a sentence for the user: which one it is may matter, what stands in it is its wording."""
    return isinstance(node, ast.Call) and (name_of(node.func).endswith("Problem") or name_of(node.func) in _PROBLEMS)


_CHANGES: tuple[tuple[type[ast.AST] | tuple[type[ast.AST], ...], Callable[..., Iterator[ast.AST]]], ...] = (
    (ast.Compare, _comparison),
    (ast.BoolOp, _truth),
    (ast.UnaryOp, _sign),
    (ast.BinOp, _sum),
    (ast.Constant, _constant),
    (ast.IfExp, _choice),
    (ast.comprehension, _loop),
    (ast.Call, _call),
    ((ast.Tuple, ast.List, ast.Set), _collection),
    (ast.Dict, _dictionary),
    (ast.Slice, _slice),
    (ast.Return, _answer),
    (ast.If, _condition),
    (ast.stmt, _statement),
    (ast.With, _guard),
    (ast.Try, _attempt),
    (ast.Match, _match),
    (ast.FunctionDef, _decorators),
)
