"""The dossier's file: one SQLite database, in write-ahead mode, that any SQLite tool opens. Alone knows SQLAlchemy."""
