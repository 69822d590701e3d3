"""The report page: one self-contained HTML file that needs no network and no script to be read."""

from dragoman.show.report.page import render

__all__ = ["render"]
