"""Finds the places in the file of cells in tables that were turned or put together for reading."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from riskdesk.domain.importing.messages import LeftOut, Message, Question
from riskdesk.domain.sheets import FilePlace, Source

_Item = TypeVar("_Item", Message, Question)


class Origins:
    """Translates places in tables that were reshaped into places in the file.

    Places in other tables stay as they are.
    """

    def __init__(self, source: Source) -> None:
        self._places = {(table.kind, table.number): table.places for table in source.tables if table.places}

    def place(self, place: FilePlace) -> FilePlace:
        """The place of a cell in the file; that of the whole table if the file has no such cell."""
        cell_places = self._cell_places(place)
        if cell_places is None:
            return place
        places = cell_places.get((place.row, place.column))
        return places[0] if places else FilePlace(place.kind, place.table, place.name)

    def row(self, place: FilePlace) -> FilePlace:
        """The place of a row in the file, where it may be several rows."""
        places = (self._cell_places(place) or {}).get((place.row, 0))
        return places[0] if places else self.place(place)

    def with_file_places(self, items: Iterable[_Item]) -> tuple[_Item, ...]:
        return tuple(replace(item, place=self.place(item.place)) for item in items)

    def left_out(self, items: Iterable[LeftOut]) -> Iterator[LeftOut]:
        """The omissions, divided by the tables of the file; heads that stand in no cell of the file are dropped."""
        for item in items:
            cell_places = self._cell_places(item.place)
            if cell_places is None or not item.cells:
                yield replace(item, place=self.place(item.place))
                continue
            by_table: defaultdict[object, list[FilePlace]] = defaultdict(list)
            for cell in item.cells:
                for place in cell_places.get(cell, ()):
                    by_table[place.kind, place.table].append(place)
            for table_places in by_table.values():
                places = sorted(table_places, key=lambda place: (place.row, place.column))
                yield replace(item, place=places[0], cells=tuple((place.row, place.column) for place in places))

    def _cell_places(self, place: FilePlace) -> Mapping[tuple[int, int], tuple[FilePlace, ...]] | None:
        return None if place.kind is None else self._places.get((place.kind, place.table))
