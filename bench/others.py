"""Riskdesk's appendix beside what others would print it with: `make bench-others` prints a table in Markdown.

CPU seconds and the most memory of a process of its own with all it imports, for each engine that is installed. The text
is the same; the others write no structure, unless they are said to be tagged.
"""

import datetime
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import generate

from riskdesk.domain.printing import Print
from riskdesk.domain.tree import RegisterTree
from riskdesk.report import render
from riskdesk.resource import resource

SIZES, SEED, PATIENCE = (30, 300, 3_000), 1, 240
MADE = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
FONT = str(resource("fonts/NotoSans-Regular.ttf"))
Rows = Iterator[tuple[str, list[tuple[list[str], list[str]]]]]


def main() -> None:
    """Print the table, or be one of the processes that it measures."""
    if len(sys.argv) > 1:
        ENGINES[sys.argv[1]][1](generate.register(int(sys.argv[2]), SEED), Path(sys.argv[3]))
        return
    print("| engine |", " | ".join(f"{size:,} risks" for size in SIZES), "|")
    print("|---|" + "--:|" * len(SIZES))
    for name, (module, _) in ENGINES.items():
        if _is_installed(module):
            print(f"| {name} |", " | ".join(_cost(name, size) for size in SIZES), "|", flush=True)


def riskdesk(tree: RegisterTree, out: Path) -> None:
    out.write_bytes(render(tree, Print(), MADE, MADE.date()).data)


def one_table(tree: RegisterTree, out: Path) -> None:
    _platypus(out, [[row for title, rows in _rows(tree) for row in ((title, ""), *rows)]])


def tables(tree: RegisterTree, out: Path) -> None:
    _platypus(out, [[(title, ""), *rows] for title, rows in _rows(tree)])


def typst(tree: RegisterTree, out: Path) -> None:
    import typst as engine

    text = '#set document(title: "Register")\n#set text(font: "Noto Sans", size: 9pt)\n#table(columns: (1fr, 1fr),\n'
    for title, rows in _rows(tree):
        text += f"table.cell(colspan: 2)[{_typst(title)}],\n"
        for left, right in rows:
            text += "".join(f"[{chr(10).join(f'- {_typst(bullet)}' for bullet in side)}],\n" for side in (left, right))
    out.write_bytes(
        engine.compile((text + ")\n").encode(), font_paths=[str(Path(FONT).parent)], pdf_standards=["ua-1"])
    )


def weasyprint(tree: RegisterTree, out: Path) -> None:
    from weasyprint import HTML

    HTML(string=_html(tree)).write_pdf(out, pdf_variant="pdf/ua-1")


def libreoffice(tree: RegisterTree, out: Path) -> None:
    page = out.with_suffix(".html")
    page.write_text(_html(tree), "utf-8")
    options = [f"-env:UserInstallation={out.parent.as_uri()}/profile", "--headless", "--convert-to", "pdf"]
    command = ["soffice", *options, "--outdir", str(out.parent), str(page)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


ENGINES: dict[str, tuple[str, Callable[[RegisterTree, Path], None]]] = {
    "Riskdesk (tagged PDF/UA-1, PDF/A-3a)": ("reportlab", riskdesk),
    "ReportLab platypus, one Table": ("reportlab", one_table),
    "ReportLab platypus, a Table for each category": ("reportlab", tables),
    "typst (tagged PDF/UA-1)": ("typst", typst),
    "WeasyPrint (tagged PDF/UA-1)": ("weasyprint", weasyprint),
    "LibreOffice, from HTML": ("soffice", libreoffice),
}


def _rows(tree: RegisterTree) -> Rows:
    for category in tree.categories:
        yield (
            category.category.title,
            [
                (
                    [risk.description for risk in entry.risks],
                    [mitigation.description for mitigation in entry.mitigations],
                )
                for entry in category.entries
            ],
        )


def _platypus(out: Path, contents: list[list[tuple[object, object]]]) -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(TTFont("Noto", FONT))
    style = ParagraphStyle("cell", fontName="Noto", fontSize=9, leading=12)

    def cell(side: object) -> object:
        texts = [side] if isinstance(side, str) else side
        return (
            [
                Paragraph(
                    escape(text),
                    style,
                    bulletText="•",
                )
                for text in texts
            ]
            if texts != [""]
            else ""
        )

    tables = [
        Table([[cell(left), cell(right)] for left, right in rows], colWidths=[226, 226], splitInRow=1, style=_GRID)
        for rows in contents
    ]
    SimpleDocTemplate(str(out), pagesize=A4, leftMargin=71, rightMargin=71).build(tables)


_GRID = [("GRID", (0, 0), (-1, -1), 0.5, "#8c8c8c"), ("VALIGN", (0, 0), (-1, -1), "TOP")]


def _html(tree: RegisterTree) -> str:
    rows = []
    for title, entries in _rows(tree):
        rows.append(f"<tr><th colspan=2>{escape(title)}</th></tr>")
        for sides in entries:
            cells = ("".join(f"<li>{escape(text)}</li>" for text in side) for side in sides)
            rows.append("<tr>" + "".join(f"<td><ul>{cell}</ul></td>" for cell in cells) + "</tr>")
    style = "body{font:9pt 'Noto Sans'}table{border-collapse:collapse}td,th{border:.5pt solid gray;vertical-align:top}"
    head = f"<html lang=en><head><title>Register</title><style>{style}</style></head>"
    return f"{head}<body><table>{''.join(rows)}</table></body></html>"


def _typst(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\#$*_`<>@=[]~/-+" else sign for sign in text)


def _is_installed(module: str) -> bool:
    return bool(shutil.which(module) or importlib.util.find_spec(module))


def _cost(name: str, risks: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, __file__, name, str(risks), str(Path(folder) / "out.pdf")]
        process = subprocess.Popen(command, start_new_session=True)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            done, status, used = os.wait4(process.pid, os.WNOHANG)
            if done:
                process.returncode = status
                cpu = used.ru_utime + used.ru_stime
                return f"{cpu:.1f} s, {used.ru_maxrss / 1024:.0f} MB" if not status else "failed"
            time.sleep(0.05)
        os.killpg(process.pid, 9)
        process.wait()
        return f"more than {PATIENCE} s"


if __name__ == "__main__":
    main()
