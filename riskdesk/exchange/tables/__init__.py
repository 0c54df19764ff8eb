"""Tables from the files of other programs, as plain values; a process of its own reads them."""
