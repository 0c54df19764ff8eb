"""The register attached to a PDF that Riskdesk printed."""

import logging
import time
from io import BytesIO
from pathlib import Path
from typing import IO, Any, cast

from riskdesk.domain.document import LARGEST, TellUnknown
from riskdesk.domain.printing import ATTACHED
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem, Problem
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.scale import Scale
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.exchange import json_file
from riskdesk.exchange.file_content import content, too_large

# In bytes: a PDF with fifty thousand risks has 17 million, and 115 million if another program decompressed it.
_LARGEST = 150_000_000
# A broken file is searched as a whole for usable objects, which takes ten times its size in memory.
_LARGEST_BROKEN = 32_000_000
# Objects that are tried if a file does not name its root object.
_MOST_TRIED = 100
# In seconds of computing: many times what the largest file takes.
_PATIENCE = 10.0
# Limits of all decompressed streams but the register: tables and objects, which have 3 million bytes in that file.
_STRUCTURE: dict[str, Any] = {
    "zlib_maximum_output_length": 5_000_000,
    "lzw_maximum_output_length": 5_000_000,
    "run_length_maximum_output_length": 5_000_000,
    "stream_decoding_work_maximum_length": 10_000_000,
    "zlib_maximum_recovery_input_length": 100_000,
    "jbig2dec_binary": None,
}
# The register itself is compressed once, or not at all; no program has a reason for anything else.
_REGISTER: dict[str, Any] = {
    "zlib_maximum_output_length": LARGEST,
    "stream_decoding_work_maximum_length": 2 * LARGEST,
    "zlib_maximum_recovery_input_length": 0,
    "flate_maximum_columns": 0,
}
_PACKED = ("/FlateDecode", ["/FlateDecode"])


def read(
    path: Path, scale: Scale, language: Language, checkpoint: Checkpoint, tell_unknown: TellUnknown
) -> RegisterTree:
    """The register in a PDF; FileProblem or InputProblem if there is none that can be read.

    `checkpoint` may cancel the reading; `tell_unknown` is called with names that no register has.
    """
    data = content(path, _LARGEST)
    return json_file.register(path, _attached(path, data, checkpoint), scale, language, checkpoint, tell_unknown)


def _attached(path: Path, data: bytes, checkpoint: Checkpoint) -> bytes:
    watched = _Watched(path, data, checkpoint)
    # The library logs a warning for each repair, which in a crafted file may be a million.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return _unpacked(path, watched)
    except Problem:
        raise
    except Exception:  # noqa: BLE001 - a broken file makes the library raise any, as it says itself
        raise InputProblem(_LOCKED if b"/Encrypt" in data else _UNREADABLE, file=path) from None
    finally:
        # The library may have suppressed the exception that `checkpoint` raised.
        watched.pass_checkpoint()


def _unpacked(path: Path, watched: "_Watched") -> bytes:
    # Imported here, as only this needs the library.
    from pypdf import PdfReader, apply_configuration
    from pypdf.errors import LimitReachedError

    with apply_configuration(**_STRUCTURE):
        reader = PdfReader(cast("IO[bytes]", watched), root_object_recovery_limit=_MOST_TRIED)
        if reader.is_encrypted:
            raise InputProblem(_LOCKED, file=path)
        attachment = next(
            (file for file in reader.attachment_list if ATTACHED in (file.name, file.alternative_name)), None
        )
        if attachment is None:
            raise InputProblem(_WITHOUT, file=path)
        stream = _stream(attachment.pdf_object["/EF"])
    try:
        with apply_configuration(**_REGISTER):
            data: bytes = stream.get_data()
    except LimitReachedError:
        raise too_large(path, LARGEST) from None
    if len(data) > LARGEST:
        raise too_large(path, LARGEST)
    return data


def _stream(places: Any) -> Any:
    """The stream of an attached file; ValueError if it is compressed in a way that no program uses for text."""
    stream = places["/UF" if "/UF" in places else "/F"]
    if "/Filter" in stream and stream["/Filter"] not in _PACKED:
        raise ValueError("packed in another way")
    return stream


class _Watched:
    """A PDF in memory; a read raises what `checkpoint` does, or InputProblem if its reader has computed for too long.

    Work between two reads cannot be interrupted: decompressing and parsing one stream, or searching through a broken
    file. The limits above bound it.
    """

    def __init__(self, path: Path, data: bytes, checkpoint: Checkpoint) -> None:
        self._path, self._size, self._checkpoint = path, len(data), checkpoint
        self._end = time.thread_time() + _PATIENCE
        file = BytesIO(data)
        self._read, self.seek, self.tell = file.read, file.seek, file.tell

    def read(self, size: int = -1) -> bytes:
        self.pass_checkpoint()
        if size < 0 and self._size > _LARGEST_BROKEN:
            raise InputProblem(_UNREADABLE, file=self._path)
        return self._read(size)

    def pass_checkpoint(self) -> None:
        """Call `checkpoint`; InputProblem if the time is over."""
        self._checkpoint()
        if time.thread_time() > self._end:
            raise InputProblem(_TOO_LONG, file=self._path)


_LOCKED = QT_TRANSLATE_NOOP(
    "Problem", "{file} is locked with a password; save it without one in the program that locked it, then try again."
)
_UNREADABLE = QT_TRANSLATE_NOOP(
    "Problem", "{file} is no PDF that can be read; ask whoever sent it to send it again, or choose another file."
)
_WITHOUT = QT_TRANSLATE_NOOP(
    "Problem", "{file} does not carry a register; only PDFs that Riskdesk exported with it do."
)
_TOO_LONG = QT_TRANSLATE_NOOP("Problem", "The file {file} takes too long to read; it may be malicious.")
