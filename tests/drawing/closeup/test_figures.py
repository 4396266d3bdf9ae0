"""Running figures: legs, letters, and the same in plain characters."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.drawing.closeup.figures import HEAD, PHASES, STEPS, SWIMMING, figure, plain_figure, stride_phase
from tests.together import together


@given(st.floats(0, 900), st.floats(0, 6000))
def test_legs_go_round_with_time_and_distance(seconds: float, metres: float) -> None:
    assert 0 <= stride_phase(seconds, metres) < PHASES


@together("speed", [6.0, 7.0, 8.0, 9.0])
def test_a_runner_takes_three_to_three_and_a_half_steps_a_second(speed: float) -> None:
    frames = [stride_phase(at / 1000, speed * at / 1000) for at in range(10_000)]
    pictures = sum(a != b for a, b in itertools.pairwise(frames))
    steps = pictures / PHASES * 2 / 10
    assert 2.9 <= steps <= 3.6
    assert steps == pytest.approx(STEPS[0] + STEPS[1] * speed, abs=0.1)


def test_legs_go_as_fast_as_in_life_however_fast_the_race_is_shown() -> None:
    once = [stride_phase(at / 30, 7 * at / 30) for at in range(300)]
    for rate in (2, 4, 16, 64):
        assert [stride_phase(rate * at / 30, 7 * rate * at / 30, rate) for at in range(300)] == once
    slowly = [stride_phase(at / 120, 7 * at / 120, 0.25) for at in range(300)]
    assert slowly == [stride_phase(at / 120, 7 * at / 120) for at in range(300)], "in slow motion they do too"


@pytest.mark.parametrize("scale", [4, 5, 6, 7, 8])
def test_every_figure_has_a_head_a_letter_and_legs_that_reach_the_ground(scale: int) -> None:
    for phase, effort, half_x, half_y in itertools.product(range(PHASES), (0, 1, 2), (False, True), (False, True)):
        pieces = figure(scale, phase, effort, half_x, half_y)
        assert sum(not piece.text for piece in pieces) == 1
        cells = [(piece.x, piece.y) for piece in pieces]
        assert len(set(cells)) == len(cells)
        assert max(y for _, y in cells) <= 0
        tall = -min(y for _, y in cells) + 1
        assert 0.8 * scale <= tall <= 1.05 * scale + 1
        letter = next(piece for piece in pieces if not piece.text)
        assert min(y for _, y in cells) < letter.y < 0


@together("scale", [4, 6, 8])
@together("effort", [2, SWIMMING])
def test_the_pictures_of_a_stride_differ(scale: int, effort: int) -> None:
    assert len({figure(scale, phase, effort, False, False) for phase in range(PHASES)}) == PHASES


@together("scale", [4, 6, 8])
def test_a_swimmer_lies_in_the_water_behind_his_head(scale: int) -> None:
    heads = 0
    for phase in range(PHASES):
        pieces = figure(scale, phase, SWIMMING, False, False)
        assert sum(not piece.text for piece in pieces) == 1
        xs, ys = [piece.x for piece in pieces], [piece.y for piece in pieces]
        assert max(ys) <= 0
        assert (max(xs) - min(xs) + 1) > 1.5 * scale
        ahead = [max(xs) - piece.x for piece in pieces if piece.part == HEAD]
        assert all(reach < scale for reach in ahead)
        heads += bool(ahead)
    assert heads > PHASES / 2, "an arm may hide it"
    assert len({plain_figure(phase, SWIMMING) for phase in range(PHASES)}) > 2


def test_half_a_cell_to_the_right_is_half_a_cell_to_the_right() -> None:
    """The quarters that are filled, in half cells, move by exactly one."""

    def filled(half: bool) -> set[tuple[int, int]]:
        pieces = figure(6, 0, 2, half, False)
        blocks = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
        return {
            (2 * piece.x + quarter % 2, 2 * piece.y + quarter // 2)
            for piece in pieces
            if piece.text and piece.under < 0
            for quarter in range(4)
            if blocks.index(piece.text) >> quarter & 1
        }

    legs = {(x, y) for x, y in filled(False) if y >= -1}
    assert {(x + 1, y) for x, y in legs} == {(x, y) for x, y in filled(True) if y >= -1}


def test_plain_figures_stand_still_until_they_run() -> None:
    assert len({plain_figure(phase, 0) for phase in range(PHASES)}) == 1
    assert len({plain_figure(phase, 2) for phase in range(PHASES)}) > 2
