"""Who saved a workbook last, and when, as the program that did so wrote down."""

import datetime
import zipfile
from pathlib import Path

from riskdesk.exchange.tables import package, xml_tree

# Of a name, in characters.
_LONGEST = 200


def last_saved(path: Path) -> tuple[str, datetime.datetime | None]:
    """The name and the time, empty and None where the file does not say; FileProblem if it cannot be read.

    One of Excel 97 is no package, and says it elsewhere.
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
