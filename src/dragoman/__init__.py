"""Dragoman reads reports on an international crisis and gives one sourced account of them."""

__version__ = "0.1.0"
