"""Classes that are a list each."""

from replay.files.table.containers.classes import of_classes
from replay.files.table.containers.known_keys import Keys
from tests.together import together

ADA, BEA = {"name": "Ada", "time": "15:10"}, {"name": "Bea", "time": "15:20"}


@together(
    ("value", "rows"),
    [
        (
            [{"name": "W40", "runners": [ADA]}, {"name": "W50", "runners": [BEA]}],
            [{"category": "W40", **ADA}, {"category": "W50", **BEA}],
        ),
        (
            [{"code": "W40", "runners": [ADA]}, {"code": "W50", "runners": [BEA]}],
            [{"category": "W40", **ADA}, {"category": "W50", **BEA}],
        ),
        ([{"name": "W40", "runners": [ADA]}], None),
        ([{"name": "W40", "runners": [ADA]}, {"name": "W50", "runners": []}], None),
        ([{"name": "W40", "runners": [ADA]}, {"name": 50, "runners": [BEA]}], None),
        ([{"name": "W40", "runners": [ADA]}, {"runners": [BEA]}], None),
        ([{"name": "W40", "runners": [ADA]}, 5], None),
        ([{"name": "W40", "distance": 5, "runners": [ADA]}, {"name": "W50", "runners": [BEA]}], None),
    ],
)
def test_each_runner_is_of_the_class_in_whose_list_he_stands(value: list[object], rows: list[object] | None) -> None:
    assert of_classes(value, "classes", Keys()) == rows
    assert of_classes(value, "things", Keys()) is None
