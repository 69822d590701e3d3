"""The account in the forms that other programs read: JSON, JSON lines, CSV, Parquet."""
