"""Word documents written by hand."""

ROW = "<w:tr>{}</w:tr>"
CELL = "<w:tc><w:p>{}</w:p></w:tc>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def row(*cells: str) -> str:
    return ROW.format("".join(map(CELL.format, cells)))


HEAD = row(*map(run, ("Risk", "Likelihood", "Impact", "Mitigation", "Owner")))


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"
