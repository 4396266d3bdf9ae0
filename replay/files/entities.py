"""Characters as web pages write them: `&amp;`, `&#233;`."""

import html
import re

_ENDLESS = re.compile(r"&#(?:\d{20,}|[xX][\da-fA-F]{20,});?")
"""The number of no character; where it has thousands of digits Python refuses to read it."""


def unescaped(text: str) -> str:
    """A text with the characters that are written so in it."""
    return html.unescape(readable(text)) if "&" in text else text


def readable(text: str) -> str:
    """A text without the numbers of characters that go on and on: what reads pages ends at them."""
    return _ENDLESS.sub("\ufffd", text) if "&#" in text else text
