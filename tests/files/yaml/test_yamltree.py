import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from replay.files.yaml import yamltree
from replay.files.yaml.yamltree import Mapping, Scalar, Sequence, plain, read_tree
from replay.race.problems import UnreadableRace

LOADERS = [yaml.SafeLoader] + ([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamltree, "LOADER", request.param)


def tree(text: str | bytes) -> yamltree.Node:
    return read_tree(text if isinstance(text, bytes) else text.encode(), "a.yaml")[0]


def failure(text: str | bytes) -> str:
    with pytest.raises(UnreadableRace) as raised:
        tree(text)
    assert len(raised.value.problems) == 1
    return str(raised.value.problems[0])


@pytest.mark.usefixtures("loader")
def test_scalars_keep_the_text_they_were_written_with() -> None:
    node = tree("{a: 1:54.31, b: 0:59, c: 1:05:22, d: NO, e: 010, f: 1_000, g: ~, h: 2024-05-25}")
    assert isinstance(node, Mapping)
    assert [value.text for _, value in node.items if isinstance(value, Scalar)] == [
        *("1:54.31", "0:59", "1:05:22", "NO", "010", "1_000", "~", "2024-05-25")
    ]


@pytest.mark.usefixtures("loader")
def test_plain_data_is_what_a_yaml_1_2_editor_sees() -> None:
    node = tree("{time: 1:54.31, nation: NO, short: 55.91, place: 3, bib: '7', ok: true, none: , day: 2024-05-25}")
    assert plain(node) == {
        "time": "1:54.31",
        "nation": "NO",
        "short": 55.91,
        "place": 3,
        "bib": "7",
        "ok": True,
        "none": None,
        "day": "2024-05-25",
    }


@pytest.mark.usefixtures("loader")
def test_every_node_has_its_line() -> None:
    node = tree("a: 1\nb:\n  - x\n  - {y: 2,\n     z: 3}\n")
    assert isinstance(node, Mapping)
    assert [key.line for key, _ in node.items] == [1, 2]
    items = node.get("b")
    assert isinstance(items, Sequence)
    assert [item.line for item in items.items] == [3, 4]
    last = items.items[1]
    assert isinstance(last, Mapping)
    assert [(key.line, value.line) for key, value in last.items] == [(4, 4), (5, 5)]


@pytest.mark.usefixtures("loader")
def test_of_two_equal_keys_the_first_is_read_and_the_second_reported() -> None:
    node, problems = read_tree(b"a: 1\nb: 2\na: 3\n", "a.yaml")
    assert plain(node) == {"a": 1, "b": 2}
    assert [(problem.line, "'a'" in problem.message, "line 1" in problem.message) for problem in problems] == [
        (3, True, True)
    ]


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    "slip", ["said: words: more", 'said: "x" he said', "said: [laughs] no", "said: @home", "said: `so`"]
)
@pytest.mark.parametrize("form", ["a: 1\n{}\nb: 2\n", "a: 1\nq:\n  - {}\n    by: me\n"])
def test_the_usual_slips_name_their_line_and_say_to_quote(slip: str, form: str) -> None:
    text = form.format(slip)
    line = text[: text.index("said")].count("\n") + 1
    message = failure(text)
    assert message.startswith(f"a.yaml:{line}: error: this is not YAML")
    assert "quotes" in message
    assert "`|`" in message


@pytest.mark.usefixtures("loader")
def test_a_tab_as_indentation_is_called_one() -> None:
    assert "tabs" in failure("a:\n\tb: 1\n")


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("levels", [60, 3000, 100_000])
@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_deep_brackets_are_refused_and_do_not_end_the_process(opening: str, levels: int) -> None:
    assert "nested more than 50 deep" in failure(opening * levels)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("levels", [60, 3000])
@pytest.mark.parametrize("opening", ["- ", "? "])
def test_deep_lists_without_brackets_are_refused_too(opening: str, levels: int) -> None:
    assert "nested more than 50 deep" in failure(opening * levels)


@pytest.mark.usefixtures("loader")
def test_fifty_levels_are_read() -> None:
    assert plain(tree("[" * 50 + "]" * 50)) is not None


@pytest.mark.usefixtures("loader")
def test_an_alias_is_reported_and_left_out_so_that_nothing_grows() -> None:
    node, problems = read_tree(b"a: &x [[1], 2]\nb: [*x, *x, 3]\nc: *x\n", "a.yaml")
    assert plain(node) == {"a": [[1], 2], "b": [3]}
    assert [problem.line for problem in problems] == [2, 2, 3]


@pytest.mark.usefixtures("loader")
def test_an_alias_of_what_is_flat_is_read_and_a_map_may_have_the_pairs_of_another() -> None:
    text = b"a: &x {club: Oak, nation: GBR}\nb: {<<: *x, club: Elm}\nc: &t '4:31'\nd: [*t, *x]\n"
    node, problems = read_tree(text, "a.yaml")
    assert isinstance(node, Mapping)
    own = {"club": "Oak", "nation": "GBR"}
    assert plain(node) == {"a": own, "b": own | {"club": "Elm"}, "c": "4:31", "d": ["4:31", own]}
    assert problems == ()


def test_a_file_too_large_says_to_use_a_csv() -> None:
    assert "CSV" in failure(b"#" * (yamltree.MAX_BYTES + 1))


def test_bytes_that_are_not_utf8_name_their_line() -> None:
    assert failure(b"a: 1\nb: \xff\n").startswith("a.yaml:2: error: the byte 0xff")


@pytest.mark.usefixtures("loader")
def test_a_control_character_in_the_file_names_its_line() -> None:
    assert failure("a: 1\nb: x\x07\n").startswith("a.yaml:2: error: a control character")


@pytest.mark.usefixtures("loader")
def test_text_is_free_of_controls_direction_overrides_and_line_breaks() -> None:
    text = r'a: "\e[31mred\u202e\x07\x9b1m\u2028 end"' + "\n" + "b: |\n  one\n  two\n"
    assert plain(tree(text)) == {"a": "[31mred1m end", "b": "one two"}


@pytest.mark.usefixtures("loader")
def test_a_second_document_is_reported() -> None:
    node, problems = read_tree(b"a: 1\n---\nb: 2\n", "a.yaml")
    assert plain(node) == {"a": 1}
    assert [problem.line for problem in problems] == [2]


SNIPPETS = st.sampled_from(
    [
        "a: ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "\n",
        "  ",
        "'",
        '"',
        "&x ",
        "*x",
        "|",
        ">",
        "!t ",
        "%",
        "#",
        "? ",
        "\\ud800",
        "\t",
        "é",
    ]
)


@pytest.mark.parametrize("loader_class", LOADERS, ids=lambda loader: loader.__name__)
@settings(deadline=None)
@given(
    data=st.one_of(st.binary(max_size=200), st.lists(SNIPPETS, max_size=40).map(lambda parts: "".join(parts).encode()))
)
def test_any_bytes_are_a_tree_or_one_clear_problem(loader_class: type, data: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yamltree, "LOADER", loader_class)
        try:
            node, problems = read_tree(data, "a.yaml")
        except UnreadableRace as unreadable:
            problems = unreadable.problems
            assert problems
        else:
            str(plain(node)).encode()
    for problem in problems:
        assert str(problem).isprintable()
        assert problem.line is None or problem.line >= 1
