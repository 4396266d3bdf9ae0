"""Lists by class below lines that name each."""

from replay.files.table.layouts.class_lines import names_class, sex_of_class, with_classes
from tests.together import together


@together(
    ("text", "is_class", "sex"),
    [
        ("MEN OPEN", True, "M"),
        ("M 40-49", True, "M"),
        ("FV45", True, "F"),
        ("Kvinnor 35-39 år", True, "F"),
        ("Category: W60+", True, "F"),
        ("M/F 60+", True, ""),
        ("Open:", True, ""),
        ("U15 Boys", True, "M"),
        ("5000m", False, ""),
        ("Women's 5K", False, "F"),
        ("Heat 1", False, ""),
        ("Team results", False, ""),
        ("12", False, ""),
        ("", False, ""),
        ("Ed Moss", False, ""),
    ],
)
def test_a_line_names_a_class_where_it_says_nothing_else(text: str, is_class: bool, sex: str) -> None:
    assert names_class(text) is is_class
    assert sex_of_class(text) == sex


HEADS, ADA, CY, DI = ["Place", "Name", "Time"], ["1", "Ada", "2:01"], ["1", "Cy", "2:04"], ["1", "Di", "2:05"]


def classes(*rows: list[str], at: int, sexes: bool = True) -> tuple[list[list[str]], list[int]] | None:
    return with_classes(rows, range(1, len(rows) + 1), at, sexes=sexes)


def test_the_class_and_the_sex_of_each_list_stand_behind_its_rows() -> None:
    found = classes(["W40", "", ""], HEADS, ADA, ["Men:", "", ""], HEADS, CY, [""], ["M40"], DI, at=1)
    assert found == (
        [
            [*HEADS, "Category", "Sex"],
            [*ADA, "W40", "F"],
            [*CY, "Men", "M"],
            ["", "", "", "", ""],
            [*DI, "M40", "M"],
        ],
        [2, 3, 6, 7, 9],
    )


def test_lists_of_men_and_women_have_no_classes_and_one_list_has_none_either() -> None:
    assert classes(["Women"], HEADS, ADA, ["Men"], HEADS, CY, at=1) is None
    assert classes(["M40"], HEADS, ADA, CY, at=1) is None
    assert classes(HEADS, ADA, ["M40"], CY, ["M50"], DI, at=0) is None


def test_sexes_that_a_column_has_are_not_said_twice() -> None:
    found = classes(["W40"], HEADS, ADA, ["M40"], CY, ["M50"], DI, at=1, sexes=False)
    assert found is not None
    assert found[0][0] == [*HEADS, "Category"]
