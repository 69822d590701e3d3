"""Scorers: how near predictions come to gold data. Standard library and SciPy's assignment only."""
