"""Measures every stage against gold data; the gold is found by the variable DRAGOMAN_GOLD."""
