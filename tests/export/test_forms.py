import pytest

from replay.export.forms import EXTRAS, FORMS, Form, form_of, is_ready, need_extra, need_meaning
from replay.race.problems import ReplayError
from tests.together import together


def test_no_ending_means_two_things() -> None:
    endings = [ending for form in FORMS for ending in form.endings]
    assert len(endings) == len(set(endings))


def test_an_ending_finds_its_form_in_any_case() -> None:
    for form in FORMS:
        for ending in form.endings:
            assert form_of(f"some/where.v2{ending.upper()}") is form


@together("name", ["race", "race.xyz", "a.b/race"])
def test_of_an_unknown_ending_is_said_what_there_is(name: str) -> None:
    with pytest.raises(ReplayError) as error:
        form_of(name)
    assert all(ending in str(error.value) for form in FORMS for ending in form.endings)


def test_an_option_that_means_nothing_says_what_it_goes_with() -> None:
    with pytest.raises(ReplayError, match=r"--fps means nothing for .*\.csv.*\.cast"):
        need_meaning(form_of("a.csv"), "fps")
    need_meaning(form_of("a.cast"), "fps")


def test_a_film_has_frames_and_nothing_else_has() -> None:
    assert all(bool(form.fps) == ("fps" in form.takes) for form in FORMS)


@pytest.mark.parametrize("form", [form for form in FORMS if form.extra], ids=lambda form: form.endings[0])
def test_what_is_missing_is_named_with_the_command_that_brings_it(monkeypatch: pytest.MonkeyPatch, form: Form) -> None:
    need_extra(form)
    assert is_ready(form)
    for module, called in EXTRAS[form.extra]:
        with monkeypatch.context() as patch:
            patch.setattr("replay.export.forms.find_spec", lambda name, gone=module: None if name == gone else "")
            assert not is_ready(form)
            with pytest.raises(ReplayError, match=rf"{called} .*pip install 'race-replay\[{form.extra}\]'"):
                need_extra(form)
