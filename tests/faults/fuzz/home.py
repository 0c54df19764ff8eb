"""What lies in the user's own folders: drafts, settings and backups that Riskdesk did not write so."""

import json
import shutil
from pathlib import Path
from random import Random

from riskdesk.app import places
from tests.faults.fuzz import beside
from tests.faults.fuzz.ledger import Ledger
from tests.faults.fuzz.spoiling import garbled, spoilt, written

# As a window keeps them, bytes in base64.
_SETTINGS = {
    "window/geometry": "AdnQywADAAA=",
    "window/tool-bar": "under",
    "window/zoom": 120,
    "window/language": "fr",
    "window/scheme": "dark",
    "files/folder": "/",
    "columns/left": True,
    "columns/left-width": 256,
    "columns/preview": True,
    "columns/preview-width": 0,
    "columns/inspector-width": 320,
    "print/kind": "working",
    "print/paper": "a3",
    "print/orientation": "landscape",
    "print/ended": True,
    "print/columns": "reference,risk",
    "export/opens": False,
}
_BACKUPS = (
    *("20261128T120000Z-30-0a1b2c3d.riskdesk", "99999999T999999Z-9-0a1b2c3d.riskdesk", "store.txt", "letter.riskdesk"),
    *("20261128T120000Z-" + "9" * 100 + "-0a1b2c3d.riskdesk", ".riskdesk-0a1b2c3d.part", "20261128T120000Z-30.1.json"),
)


def put_drafts(store: Path, chance: Random) -> None:
    """Leave text that a program which was killed had not stored, or what is none, for a store."""
    ledger = Ledger.read(store)
    file = places.drafts() / f"{ledger.tables['store'][0]['id']}.json"
    _put_json(file, _drafts(ledger, chance), chance)


def put_settings(chance: Random) -> None:
    """Leave what a window is said to remember."""
    _put_json(places.settings_file(), _SETTINGS, chance)


def put_backup(store: Path) -> Path:
    """Leave a good backup of a good store; returns its folder."""
    folder = places.backups() / Ledger.read(store).tables["store"][0]["id"]
    folder.mkdir(parents=True)
    shutil.copyfile(store, folder / "20261127T120000Z-29-0a1b2c3d.riskdesk")
    (folder / "store.txt").write_bytes(bytes(store))
    return folder


def put_backups(store: Path, chance: Random) -> None:
    """Leave a good backup of a good store, and beside it what is none."""
    folder = put_backup(store)
    for name in chance.sample(_BACKUPS, chance.randint(1, 3)):
        place = folder / name
        if chance.random() < 0.5:
            place.write_bytes(garbled(store.read_bytes(), chance))
        else:
            place.unlink(missing_ok=True)
            beside.put_thing(place, chance)


def _put_json(file: Path, good: object, chance: Random) -> None:
    """Put JSON that is spoilt at a place, or something else."""
    file.parent.mkdir(parents=True)
    how = chance.random()
    if how < 0.1:
        beside.put_thing(file, chance)
    elif how < 0.3:
        file.write_bytes(garbled(json.dumps(good).encode(), chance, (b'"', b"[", b"]", b"null")))
    else:
        text = written(spoilt(good, chance, chance.choice([1, 1, 3])))
        file.write_bytes(text.encode("utf-8", "surrogatepass"))


def _drafts(ledger: Ledger, chance: Random) -> list[dict[str, object]]:
    """Drafts as Riskdesk keeps them, for some items and some new ones."""
    rows = {kind: [row["id"] for row in ledger.tables[kind]] for kind in ("register", "category", "entry", "risk")}
    plain = {"id": "", "field": "description", "parent": "", "place": 0, "new_entry": False, "text": "typed"}
    pick = {kind: chance.choice(ids) for kind, ids in rows.items()}
    drafts = [
        plain | {"kind": "risk", "id": pick["risk"], "field": chance.choice(["note", "next_review", "likelihood"])},
        plain | {"kind": "risk", "parent": pick["entry"], "place": 1},
        plain | {"kind": "mitigation", "parent": pick["category"], "new_entry": True},
        plain | {"kind": "category", "parent": pick["register"]},
        plain | {"kind": "register", "id": pick["register"], "field": chance.choice(["title", "date", "scale"])},
        plain | {"kind": "entry", "id": pick["entry"], "field": "position"},
    ]
    return [draft | {"register": pick["register"]} for draft in chance.sample(drafts, 3)]
