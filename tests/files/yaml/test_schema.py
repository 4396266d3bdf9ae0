import copy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from replay.files.library import shipped_folder
from replay.files.yaml import keys
from replay.files.yaml.schema import race_schema
from replay.files.yaml.yamltree import plain, read_tree
from tests.places import RACEFILES
from tests.together import together

FILES = RACEFILES
VALIDATOR = Draft202012Validator(race_schema())


def data_of(path: Path) -> Any:  # noqa: ANN401
    return plain(read_tree(path.read_bytes(), path.name)[0])


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(race_schema())


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", sorted(shipped_folder().glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_race_is_valid_as_an_editor_sees_it(path: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(data_of(path))] == []


def test_a_file_with_every_key_in_use_is_valid() -> None:
    assert [error.message for error in VALIDATOR.iter_errors(data_of(FILES / "small.yaml"))] == []


@together(
    "change",
    [
        {"rase": "x"},
        {"entries": [{"nation": "NO"}]},
        {"entries": [{"name": "A", "result": "fast"}]},
        {"entries": [{"name": "A", "result": -1}]},
        {"entries": [{"name": "A", "place": 0}]},
        {"entries": [{"name": "A", "status": "gone"}]},
        {"entries": [{"name": "A", "splits": {"400": {"tame": 61}}}]},
        {"track": "moon"},
        {"kits": ["red"]},
        {"kits": {"Harriers": "plaid"}},
        {"evidence": "guessed"},
        {"facts": [{"at": [1]}]},
        {"quotes": [{"by": "A"}]},
    ],
)
def test_a_mistake_is_not_valid(change: dict[str, Any]) -> None:
    data = copy.deepcopy(data_of(FILES / "small.yaml"))
    assert not VALIDATOR.is_valid({**data, **change})


@together("key", ["race", "entries", "event"])
def test_what_the_reader_requires_the_schema_requires(key: str) -> None:
    data = data_of(FILES / "small.yaml")
    del data[key]
    assert not VALIDATOR.is_valid(data)


def test_every_reference_has_its_definition_and_every_table_is_used() -> None:
    schema = race_schema()
    text = str(schema)
    for name in schema["$defs"]:
        assert f"#/$defs/{name}'" in text
    assert set(schema["properties"]) == set(keys.RACE)
