"""Tables from files of other programs, as plain values; a separate process reads them."""
