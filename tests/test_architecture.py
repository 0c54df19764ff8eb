"""The pages on the architecture: what they name is there, their links lead somewhere, and their rules hold."""

import ast
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
OVERVIEW, FOLDER = DOCS / "architecture.md", DOCS / "architecture"
PAGES = [OVERVIEW, *sorted(FOLDER.glob("*.md"))]
READMES = [ROOT / "README.md", *(path for top in ("resources", "tests") for path in (ROOT / top).rglob("README.md"))]
ALL_PAGES = sorted([*READMES, *DOCS.rglob("*.md")])
TOP = ["riskdesk", "resources", "tests", "bench", "tools", "docs"]
EACH = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
EACH_OF_ALL = pytest.mark.parametrize("page", ALL_PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
PATH = re.compile(r"[\w./-]+(?:\.py|/)(?::.*)?")
DOTTED = re.compile(r"(?:\w+\.)+(?!(?:py|json|md|toml|sql)$)\w+")
CLASS = re.compile(r"[A-Z][a-z]+[A-Z]?\w*")
# What stands in one file alone, or in none, as docs/contributing.md says.
ONLY_IN = {
    r"\bQLabel\(": "",
    r"\(QDialog\):": "riskdesk/kit/reading_order.py",
    r"\.setMenu\(": "riskdesk/kit/menu_button.py",
    r"\bsetStyleSheet\(": "",
    # These live longer than what a function refers to; here, the connection is one that ends with its first signal.
    r"(workbench|typing|application\(\))\.\w+\.connect\((lambda|partial)": "riskdesk/kit/held_input.py",
}
LINK = re.compile(r"\]\(([^):]+)\)")
# As docs/contributing.md says.
MOST_LINES, MOST_LINES_OF_A_FUNCTION = 300, 40
# These rooms import nothing but Python's standard library and rooms below them.
ON_THE_STANDARD_LIBRARY = ("domain", "files", "part_files", "resource", "system")
# What is in the domain and yet is not about risks.
WITHOUT_RISKS = {"moments", "problems", "progress", "text"}
COLOUR = re.compile(r"""QColor\((?:["']#|\d)|["']#[0-9a-fA-F]{6}["']""")


@cache
def files() -> frozenset[str]:
    """All files of the project, and the folders they lie in."""
    below = [path for top in TOP for path in (ROOT / top).rglob("*") if "__pycache__" not in path.parts]
    return frozenset([*TOP, *(path.relative_to(ROOT).as_posix() for path in below)])


@cache
def text_of(file: str) -> str:
    return (ROOT / file).read_text("utf-8")


def names(page: Path) -> list[str]:
    """What stands between backticks in a page."""
    without_drawings = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    return [" ".join(name.split()) for name in re.findall(r"`([^`]+)`", without_drawings)]


def defines(file: str, name: str) -> bool:
    """Whether a module has a class, function, attribute or value of that name."""
    definition = rf"\b(?:def|class) {name}\b|^(?: {{4}}|\s*self\.)?{name}\b[^=\n]*[:=]"
    return re.search(definition, text_of(file), re.MULTILINE) is not None


@cache
def with_ending(name: str, room: str = "riskdesk/") -> list[str]:
    """The file or folder of that path, else those in the room whose paths end so: in these pages, no test is meant."""
    return [name] if name in files() else [it for it in files() if it.startswith(room) and it.endswith(f"/{name}")]


@EACH_OF_ALL
def test_files_and_folders_that_are_named_are_there(page: Path) -> None:
    """Other pages than these also name folders that are made, such as those of packages, and tests without a path."""
    paths = [name.split(":")[0].rstrip("/") for name in names(page) if PATH.fullmatch(name)]
    paths = [path for path in paths if page in PAGES or path.endswith(".py")]
    room = "riskdesk/" if page in PAGES else ""
    assert [path for path in paths if not with_ending(path, room)] == []


@EACH
def test_what_is_named_with_its_file_is_there(page: Path) -> None:
    """Such as `desk/session.py:Session.run`."""
    places = [name.split(":") for name in names(page) if ".py:" in name]
    each = [(file, name) for file, whole in places for name in whole.split(".")]
    assert [(file, name) for file, name in each if not is_found(with_ending(file), name)] == []


@EACH
def test_what_is_named_with_its_module_or_class_is_there(page: Path) -> None:
    """Such as `copying.write` and `Trust.is_whole`."""
    dotted = [name.split(".")[-2:] for name in names(page) if DOTTED.fullmatch(name)]
    assert [(owner, name) for owner, name in dotted if not is_found(modules(owner), name)] == []


@EACH
def test_a_class_that_is_named_alone_is_there(page: Path) -> None:
    """Such as `Typing`; a name of Qt's is used somewhere."""
    classes = [name for name in names(page) if CLASS.fullmatch(name) and name not in files_by_class()]
    assert [name for name in classes if not any(name in text_of(file) for file in product())] == []


def modules(owner: str) -> list[str]:
    """The modules of that name; if there is none, those with a class of that name."""
    return with_ending(f"{owner}.py") or files_by_class()[owner]


@cache
def files_by_class() -> defaultdict[str, list[str]]:
    by_class = defaultdict[str, list[str]](list)
    for file in product():
        for name in re.findall(r"\bclass (\w+)", text_of(file)):
            by_class[name].append(file)
    return by_class


def is_found(among: list[str], name: str) -> bool:
    return any(defines(file, name) for file in among)


@EACH_OF_ALL
def test_links_lead_to_a_file_and_a_heading(page: Path) -> None:
    broken = []
    for link in LINK.findall(page.read_text("utf-8")):
        path, _, heading = link.partition("#")
        target = page.parent / path if path else page
        if not target.exists() or (heading and heading not in headings(target)):
            broken.append(link)
    assert broken == []


def headings(page: Path) -> list[str]:
    """The anchors of a page as GitHub makes them."""
    titles = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles]


def test_the_overview_leads_to_every_page() -> None:
    linked = {OVERVIEW.parent / link.partition("#")[0] for link in LINK.findall(OVERVIEW.read_text("utf-8"))}
    assert set(PAGES[1:]) - linked == set()


def test_the_drawing_of_the_window_shows_who_may_import_whom() -> None:
    """Folders with the line at the margin are in one layer; each of the others is a layer of its own."""
    (drawing,) = re.findall(r"^ui/\n(.*?)```", (FOLDER / "window.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    layers: list[str] = []
    for group in drawing.split("\n\n"):
        folders = re.findall(r"^([│ ]) (\w+)/", group, re.MULTILINE)
        layers += [name for mark, name in folders if mark == " "]
        layers += filter(None, [" | ".join(name for mark, name in folders if mark == "│")])
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    assert [layers] == [it["layers"] for it in contracts if it.get("containers") == ["riskdesk.ui"]]


def test_nobody_imports_a_test() -> None:
    """What several tests need is in a module beside them, or in the conftest."""
    modules = [file for file in files() if file.startswith("tests/") and file.endswith(".py")]
    imported = re.compile(r"^from tests(?:\.\w+)*\.test_\w+ import", re.MULTILINE)
    assert [file for file in sorted(modules) if imported.search(text_of(file))] == []


def test_a_file_of_the_product_is_read_in_one_sitting() -> None:
    lengths = {file: len(text_of(file).splitlines()) for file in product()}
    assert {file: length for file, length in lengths.items() if length > MOST_LINES} == {}


def test_a_function_of_the_product_is_seen_at_once() -> None:
    functions = [
        (file, node.name, (node.end_lineno or 0) - node.lineno + 1)
        for file in product()
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert [(*where, length) for *where, length in functions if length > MOST_LINES_OF_A_FUNCTION] == []


def test_the_rooms_below_stand_on_the_standard_library_alone() -> None:
    rooms = {file: Path(file).with_suffix("").parts[1] for file in product()}
    found = [(file, name) for file in product() if rooms[file] in ON_THE_STANDARD_LIBRARY for name in imported(file)]
    assert [(file, name) for file, name in found if name not in {*sys.stdlib_module_names, "riskdesk"}] == []


def test_the_help_with_qt_knows_nothing_of_risks() -> None:
    kit = [file for file in product() if file.startswith("riskdesk/kit/")]
    found = [
        (file, name) for file in kit for name in re.findall(r"riskdesk\.domain(?:\.| import )(\w+)", text_of(file))
    ]
    assert [(file, name) for file, name in found if name not in WITHOUT_RISKS] == []


def test_the_colours_of_the_window_are_named_in_one_place_and_those_of_the_paper_in_another() -> None:
    named = {file for file in product() if file.startswith(("riskdesk/kit/", "riskdesk/ui/")) and has_colour(file)}
    assert named == {"riskdesk/kit/colours.py", "riskdesk/ui/views/sheet/layout/style.py"}


@pytest.mark.parametrize(("pattern", "only"), ONLY_IN.items(), ids=list(ONLY_IN))
def test_what_has_one_place_is_nowhere_else(pattern: str, only: str) -> None:
    assert [file for file in product() if re.search(pattern, text_of(file))] == [only] * bool(only)


def has_colour(file: str) -> bool:
    return COLOUR.search(text_of(file)) is not None


@cache
def product() -> list[str]:
    return sorted(file for file in files() if file.startswith("riskdesk/") and file.endswith(".py"))


def tree_of(file: str) -> ast.Module:
    return ast.parse(text_of(file))


def imported(file: str) -> Iterator[str]:
    """The packages that a module imports, anywhere in it."""
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module).partition(".")[0]
