"""Bytes as text."""

import codecs

import pytest

from dragoman.ingest.readers.decode import Decoded, declared_in, decode

ENGLISH = "The envoy’s “answer” came late – after 40 € had been paid.\r\nNobody in São Tomé was surprised.\n"
RUSSIAN = "Министр заявил в пятницу, что граница будет закрыта до конца недели. Посол отказался отвечать.\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_tells_the_encoding_and_is_kept(encoding: str) -> None:
    data = ("\ufeff" + ENGLISH).encode(encoding)
    assert decode(data) == Decoded("\ufeff" + ENGLISH, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1252"])
def test_english_without_a_mark(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == Decoded(ENGLISH, encoding)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r", "utf-8"])
def test_russian(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)) == Decoded(RUSSIAN, encoding)


def test_a_declared_encoding_is_believed_where_it_fits() -> None:
    page = b"<html><meta charset='windows-1251'>" + RUSSIAN.encode("cp1251")
    assert declared_in(page) == "windows-1251"
    found = decode(page, declared_in(page))
    assert isinstance(found, Decoded) and found.encoding == "cp1251"
    assert isinstance(decode(ENGLISH.encode("utf-8"), "no-such-encoding"), Decoded)


def test_the_text_is_what_the_recorded_encoding_gives() -> None:
    for data in (ENGLISH.encode("cp1252"), RUSSIAN.encode("koi8_r"), codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le")):
        found = decode(data)
        assert isinstance(found, Decoded)
        assert data.decode(found.encoding) == found.text


def test_utf8_with_one_damaged_byte_is_still_utf8() -> None:
    data = (ENGLISH * 50).encode("utf-8")
    found = decode(data[:30] + b"\xff" + data[30:])
    assert isinstance(found, Decoded) and found.encoding == "utf-8"
    assert "\ufffd" in found.text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x1f\x8b\x08rest", "gzip"),
        (b"\x89PNG\r\n", "picture"),
        (bytes(range(256)) * 20, "binary"),
        (b"text\0with\0zeros\0all\0over\0the\0place", "binary"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, why: str) -> None:
    found = decode(data)
    assert isinstance(found, str) and why in found


def test_one_stray_zero_is_read_over() -> None:
    assert isinstance(decode(ENGLISH.encode("utf-8") + b"\0" + ENGLISH.encode("utf-8")), Decoded)
