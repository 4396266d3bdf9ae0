"""A message as programs for mail keep it: what it says, or the list that is attached to it, taken out of it."""

import email
import email.errors
import html
from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace
from email.header import decode_header, make_header
from email.message import Message
from pathlib import PurePosixPath

from replay.files.results.letters import without_headers
from replay.files.source import Source
from replay.files.table.values.months import day_in

_MOST_PARTS = 50


def out_of_mail(source: Source, endings: Collection[str]) -> Source:
    """The first list attached to a message, else what it says, below its subject and day.

    Args:
        source: The message.
        endings: Of the names of lists.

    Returns:
        The list; the message as it is where it cannot be taken apart.
    """
    try:
        message = email.message_from_bytes(source.data)
        parts = [part for part in message.walk() if not part.is_multipart()][:_MOST_PARTS]
    except (ValueError, RecursionError, email.errors.MessageError):
        return source
    plain = next((part for part in parts if _is_text(part, "text/plain")), None)
    page = next((part for part in parts if _is_text(part, "text/html")), None)
    said = plain if plain is not None and (page is None or "<table" not in _text(page).lower()) else page
    for part in parts:
        name = PurePosixPath(_header(part.get_filename() or "")).name
        if PurePosixPath(name.lower()).suffix in endings:
            return replace(source, data=_bytes(part), inside=name)
    if said is None:
        return source
    text = _text(said)
    subject, sent = (_header(str(message.get(name, ""))) for name in ("Subject", "Date"))
    if said is page:
        day = day_in(sent)
        head = f"<!DOCTYPE html><title>{html.escape(subject)}</title>"
        head += f"<p>{day.day} {day:%B %Y}</p>\n" if day is not None else "\n"
        return replace(source, data=(head + text).encode())
    above = [f"Subject: {subject}", f"Date: {sent}"]
    above += [""] * (_line_of(source, text) - len(above))  # so that each line has the number that it has in the file
    return replace(source, data="\n".join(without_headers([*above, *text.split("\n")])).encode())


def _line_of(source: Source, text: str) -> int:
    """How many lines stand in the file before what the message says; where that is encoded, those of the headers."""
    raw = source.data.replace(b"\r\n", b"\n")
    first = next((line for line in text.splitlines() if line.strip()), "")
    found = raw.find(b"\n" + first.encode() + b"\n") if first else -1
    at = found + 1 if found >= 0 else raw.find(b"\n\n") + 2
    return raw.count(b"\n", 0, at) - text[: text.find(first)].count("\n") * (found >= 0)


def _is_text(part: "Message[str, str]", kind: str) -> bool:
    return part.get_content_type() == kind and part.get_content_disposition() != "attachment"


def _bytes(part: "Message[str, str]") -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: "Message[str, str]") -> str:
    data = _bytes(part)
    try:
        text = data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, ValueError):
        text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n")


def _header(text: str) -> str:
    """A header's words, `=?UTF-8?Q?K=C3=B6ln?=` among them, in one line."""
    with suppress(LookupError, ValueError, email.errors.MessageError):
        text = str(make_header(decode_header(text)))
    return " ".join(text.split())
