"""One reader a kind of file: bytes in, source texts out. `files` chooses among them by the file's name."""
