"""Who last saved a workbook, and when, according to the program that did so."""

import datetime
import zipfile
from pathlib import Path

from riskdesk.exchange.tables import package, xml_tree

# The length of a name, in characters.
_LONGEST = 200


def last_saved(path: Path) -> tuple[str, datetime.datetime | None]:
    """The name and the time, empty and None if unknown; FileProblem if the file cannot be read.

    They are unknown for workbooks of Excel 97, which have this in another form.
    """
    data = package.part(path, "docProps/core.xml") if zipfile.is_zipfile(path) else b""
    core = xml_tree.read(data).find("coreProperties") if data else None
    properties = {node.name: node.text for node in core.nodes} if core else {}
    return " ".join(properties.get("lastModifiedBy", "").split())[:_LONGEST], _time(properties.get("modified", ""))


def _time(text: str) -> datetime.datetime | None:
    try:
        at = datetime.datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=datetime.UTC)
