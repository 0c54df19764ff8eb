"""What the printed appendix costs, beside the same text drawn by ReportLab's canvas with no table around it."""

import datetime
import importlib
import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import astuple, dataclass

import generate
import pypdfium2
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.printing import Print
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.report import render
from riskdesk.report.fallback import Weight, first
from riskdesk.report.style import style

RISKS, SEED, ROUNDS = 3000, 1, 5
MADE = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
MODULES = ("appendix", "attached", "canvas", "matrix", "summary", "working")
Draw = Callable[[RegisterTree], bytes]


@dataclass(frozen=True)
class Cost:
    """CPU seconds of the drawing alone, the memory that it took beyond the start of its process in MiB, the pages."""

    cpu: float
    peak: float
    pages: int


def main() -> None:
    """Measure in turns, each time in a new process, and print the medians."""
    real = _median(_measured(None, appendix))
    print(f"appendix of Kazakhstan: {real.cpu:.3f} s CPU beyond imports (goal: 0.1), {real.pages} pages")
    lines, printed = _median(_measured(RISKS, bare)), _median(_measured(RISKS, appendix))
    print(
        f"appendix of {RISKS:,} risks, tagged: {printed.cpu:.2f} s CPU, {printed.pages} pages; the same text by bare"
        f" drawString {lines.cpu:.2f} s; ratio {printed.cpu / lines.cpu:.2f} (goal: 1.9)"
    )
    (many,) = _measured(10 * RISKS, appendix, rounds=1)
    print(f"appendix of {10 * RISKS:,} risks: {many.cpu:.1f} s CPU; growth {many.cpu / printed.cpu:.1f} (goal: 11)")
    print(f"memory beyond the start: {1024 * many.peak / many.pages:.0f} kB a page of {many.pages:,} (goal: 160)")


def appendix(tree: RegisterTree) -> bytes:
    """The appendix as Riskdesk prints it."""
    return render(tree, Print(), MADE, MADE.date()).data


def bare(tree: RegisterTree) -> bytes:
    """The same text in the same face, broken and drawn line below line by ReportLab's own means."""
    looks, face = style(), first(Weight.REGULAR).fontName
    width, height = looks.extent(Print())
    column = (width - looks.margins.left - looks.margins.right) / 2
    canvas, y = Canvas(None, (width, height), pageCompression=1), 0.0
    for text in _texts(tree):
        for line in simpleSplit(text, face, looks.size, column):
            if y < looks.margins.bottom:
                canvas.showPage()
                canvas.setFont(face, looks.size)
                y = height - looks.margins.top
            canvas.drawString(looks.margins.left, y, line)
            y -= looks.leading
    return bytes(canvas.getpdfdata())


def _texts(tree: RegisterTree) -> Iterator[str]:
    for category in tree.categories:
        yield category.category.title
        for entry in category.entries:
            for item in (*entry.risks, *entry.mitigations):
                yield item.description


def _measured(risks: int | None, draw: Draw, rounds: int = ROUNDS) -> list[Cost]:
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as fresh:
        return [fresh.apply(_cost, (draw, risks)) for _ in range(rounds)]


def _cost(draw: Draw, risks: int | None) -> Cost:
    tree = generate.register(risks, SEED) if risks else template(EXAMPLE, Language.ENGLISH)
    for name in MODULES:
        importlib.import_module(f"riskdesk.report.{name}")
    start, before = _peak(), time.process_time()
    data = draw(tree)
    cpu, peak = time.process_time() - before, _peak() - start
    with closing(pypdfium2.PdfDocument(data)) as document:
        return Cost(cpu, peak, len(document))


def _peak() -> float:
    """The most memory that this process ever took, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _median(costs: list[Cost]) -> Cost:
    return Cost(*(statistics.median(values) for values in zip(*map(astuple, costs), strict=True)))


if __name__ == "__main__":
    main()
