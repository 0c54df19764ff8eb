"""Rollback journals of SQLite."""

from struct import pack

from riskdesk.store.beside import MAGIC

ALL = 0xFFFFFFFF


def a_journal(records: int, *pages: tuple[int, bytes], sector: int = 512, size: int = 4096, of: int = 9) -> bytes:
    """A rollback journal that says how many pages it holds, and those it does."""
    head = MAGIC + pack(">IIIII", records, 0, of, sector, size)
    return head.ljust(sector, b"\0") + b"".join(pack(">I", number) + page + pack(">I", 0) for number, page in pages)
