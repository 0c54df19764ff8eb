"""Sizes of files as text, as a language writes them."""

from PySide6.QtCore import QLocale


def size(number: int, locale: QLocale | None = None) -> str:
    """A number of bytes in the units of a locale, such as 1.2 MB or 1,2 Mo."""
    return (locale or QLocale()).formattedDataSize(number, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
