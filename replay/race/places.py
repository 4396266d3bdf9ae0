"""Places in words."""


def nth(place: int) -> str:
    """`1st`, `22nd`, `1,213th`."""
    ending = "th" if place // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place:,}{ending}"
