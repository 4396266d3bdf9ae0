"""Lists on web pages that are no tables."""

from replay.files.table.containers.listing import listed_rows

ITEM = (
    '<li class="x"><p class="type-place">{}</p><h4 class="a type-fullname"><i>{}</i></h4>'
    '<div class="type-time">{}</div></li>\n'
)


def test_an_item_is_a_runner_and_its_fields_are_called_by_their_classes() -> None:
    label = '<span class="list-label">Finish</span><br>'
    text = (
        ITEM.format("Place", "Name", "Finish") + ITEM.format(1, "Ada", f"{label}15:10") + ITEM.format(2, "Bea", "15:20")
    )
    assert listed_rows(text) == (
        [["place", "fullname", "time"], ["1", "Ada", "15:10"], ["2", "Bea", "15:20"]],
        [2, 2, 3],
    )


def test_a_page_without_fields_has_no_list() -> None:
    assert listed_rows("<ul><li>Home 1</li><li class='type-menu'>2</li></ul></li>") == ([], [])
