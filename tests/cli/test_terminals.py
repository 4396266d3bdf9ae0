"""What terminals are known by."""

from replay.cells.depth import Depth
from replay.cli.terminals import depth_of, has_light_ground, may_show_more, shows_unicode
from tests.together import together

NONE, SIXTEEN, MANY, TRUE = Depth.NONE, Depth.SIXTEEN, Depth.EIGHT_BIT, Depth.TRUE


@together(
    ("depth", "said"),
    [
        (TRUE, "TERM=xterm-256color COLORTERM=truecolor"),
        (TRUE, "TERM=xterm COLORTERM=24bit"),
        (MANY, "TERM=xterm-256color"),
        (SIXTEEN, "TERM=xterm-16color"),
        (SIXTEEN, "TERM=screen STY=12.pts"),
        (SIXTEEN, "TERM=linux"),
        (SIXTEEN, "TERM=never-heard-of"),
        (TRUE, "TERM=alacritty"),
        (TRUE, "TERM=foot"),
        (TRUE, "TERM=foot-extra"),
        (TRUE, "TERM=ghostty"),
        (TRUE, "TERM=xterm-ghostty"),
        (TRUE, "TERM=wezterm"),
        (TRUE, "TERM=xterm-kitty"),
        (TRUE, "TERM=xterm-direct"),
        (TRUE, "TERM=xterm-direct256"),
        (TRUE, "TERM=konsole-direct"),
        (NONE, "TERM=dumb"),
        (NONE, "TERM=DUMB"),
        (NONE, "TERM=unknown COLORTERM=truecolor"),
        (NONE, "TERM=vt100"),
        (NONE, "TERM=vt220"),
        (NONE, ""),
        (MANY, "TERM=screen-256color STY=12.pts COLORTERM=truecolor"),
        (MANY, "TERM=screen.xterm-256color STY=12.pts COLORTERM=truecolor"),
        (MANY, "TERM=screen STY=12.pts COLORTERM=truecolor"),
        (MANY, "TERM=xterm-256color STY=12.pts COLORTERM=truecolor"),
        (MANY, "TERM=xterm-direct256 STY=12.pts"),
        (TRUE, "TERM=screen-256color TMUX=/tmp/x,1,0 COLORTERM=truecolor"),
        (MANY, "TERM=screen-256color TMUX=/tmp/x,1,0 STY=12.pts COLORTERM=truecolor"),
        (MANY, "TERM=screen TMUX=/tmp/x,1,0 STY=12.pts COLORTERM=truecolor"),
        (TRUE, "TERM=tmux-256color TMUX=/tmp/x,1,0 STY=12.pts COLORTERM=truecolor"),
        (TRUE, "TERM=tmux-256color TMUX=/tmp/x,1,0 COLORTERM=truecolor"),
        (MANY, "TERM=tmux-256color TMUX=/tmp/x,1,0 TERM_PROGRAM=iTerm.app"),
        (MANY, "TERM=xterm-256color TERM_PROGRAM=Apple_Terminal"),
        (TRUE, "TERM=xterm-256color TERM_PROGRAM=WezTerm"),
        (NONE, "TERM=xterm-256color COLORTERM=truecolor NO_COLOR=1"),
        (TRUE, "TERM=xterm-256color COLORTERM=truecolor NO_COLOR="),
    ],
)
def test_the_colours_of_a_terminal(depth: Depth, said: str) -> None:
    assert depth_of(environment(said)) is depth


@together(
    ("asks", "said"),
    [
        (True, "TERM=xterm-256color"),
        (True, "TERM=xterm"),
        (True, "TERM=vte-256color"),
        (False, "TERM=xterm-256color COLORTERM=truecolor"),
        (False, "TERM=xterm-256color NO_COLOR=1"),
        (False, "TERM=xterm-256color TERM_PROGRAM=Apple_Terminal"),
        (False, "TERM=xterm-256color STY=1.x"),
        (False, "TERM=xterm-256color TMUX=x,1,0"),
        (False, "TERM=screen-256color STY=1.x"),
        (False, "TERM=tmux-256color TMUX=x,1,0"),
        (False, "TERM=linux"),
        (False, "TERM=dumb"),
    ],
)
def test_which_terminals_are_asked(asks: bool, said: str) -> None:
    assert may_show_more(environment(said), depth_of(environment(said))) == asks


def environment(said: str) -> dict[str, str]:
    return dict(part.partition("=")[::2] for part in said.split())


@together(("asked", "depth"), [("16", SIXTEEN), ("256", MANY), ("true", TRUE), ("none", NONE)])
def test_who_asks_for_colours_gets_them(asked: str, depth: Depth) -> None:
    for said in ("TERM=dumb", "TERM=xterm COLORTERM=truecolor", "TERM=xterm NO_COLOR=1"):
        assert depth_of(environment(said), asked) is depth


@together(
    ("shown", "said"),
    [
        (True, "TERM=xterm LANG=en_GB.UTF-8"),
        (True, "TERM=xterm LANG=C LC_ALL=C.utf8"),
        (True, "TERM=xterm"),
        (False, "TERM=xterm LANG=de_DE.ISO-8859-1"),
        (False, "TERM=xterm LANG=C"),
        (False, "TERM=linux"),
        (False, "TERM=linux LANG=en_GB.UTF-8"),
    ],
)
def test_what_is_not_ascii_is_drawn_where_it_can_be(shown: bool, said: str) -> None:
    assert shows_unicode(environment(said)) is shown


def test_the_ground_is_light_where_the_terminal_says_so() -> None:
    assert has_light_ground({"COLORFGBG": "0;15"})
    assert not has_light_ground({"COLORFGBG": "15;0"})
    assert not has_light_ground({})
