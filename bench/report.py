"""What the printed appendix costs, beside the same text drawn by ReportLab's canvas with no table around it."""

import datetime
import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import generate
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
Draw = Callable[[RegisterTree], bytes]


@dataclass(frozen=True)
class Cost:
    """CPU seconds of the drawing alone, and the most memory that its process ever took, in MiB."""

    cpu: float
    peak: float


def main() -> None:
    """Measure in turns, each time in a new process, and print the medians."""
    for risks in (None, RISKS):
        bare, appendix = _measured(risks)
        title = f"{risks:,} risks" if risks else "Kazakhstan"
        print(
            f"appendix of {title}: {appendix.cpu:.3f} s CPU, {appendix.peak:.0f} MiB; a bare canvas {bare.cpu:.3f} s,"
            f" {bare.peak:.0f} MiB; ratio {appendix.cpu / bare.cpu:.2f} (CPU), {appendix.peak / bare.peak:.2f} (memory)"
        )


def appendix(tree: RegisterTree) -> bytes:
    """The appendix as Riskdesk prints it."""
    return render(tree, Print(), MADE).data


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


def _measured(risks: int | None) -> tuple[Cost, Cost]:
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as fresh:
        runs = [[fresh.apply(_cost, (draw, risks)) for draw in (bare, appendix)] for _ in range(ROUNDS)]
    first, second = (_median(list(costs)) for costs in zip(*runs, strict=True))
    return first, second


def _cost(draw: Draw, risks: int | None) -> Cost:
    tree = generate.register(risks, SEED) if risks else template(EXAMPLE, Language.ENGLISH)
    before = time.process_time()
    draw(tree)
    cpu = time.process_time() - before
    return Cost(cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _median(costs: list[Cost]) -> Cost:
    return Cost(statistics.median(cost.cpu for cost in costs), statistics.median(cost.peak for cost in costs))


if __name__ == "__main__":
    main()
