"""An application as somebody has set it once for all: its theme, its keys, and how a race begins."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.app import App

from replay.cells.depth import Depth
from replay.drawing.theme.look import Look, look_of
from replay.drawing.theme.themes import theme_of
from replay.files.preferences import THEMES, Preferences
from replay.race.units import Unit
from replay.tui.colours import textual_theme
from replay.tui.keys import Key

if TYPE_CHECKING:
    from replay.tui.ownkeys import OwnKey


class Terms(NamedTuple):
    """What the program was started with."""

    ascii: bool = False
    colour: bool = True
    light: bool = False
    races: str | None = None
    """What `--races` named, for the command that `y` copies."""
    unit: Unit = Unit.KILOMETRES
    asks: bool = False
    """Whether to ask the terminal if it shows every colour."""
    preferences: Preferences = Preferences()


class Preferring:
    """What heeds in an application what is set."""

    def __init__(self, app: App[Any], terms: Terms) -> None:
        """Take the keys and colours that are set."""
        self._app = app
        self.terms = terms
        self._own: tuple[OwnKey, ...] = ()
        self._take_keys()
        self._take_palette()

    @property
    def look(self) -> Look:
        """The look of the present theme."""
        theme = theme_of(self._app.theme == "race-light", self.depth, self.terms.preferences.palette)
        return look_of(theme, self.terms.ascii, self.terms.colour)

    @property
    def depth(self) -> Depth:
        """The colours of the terminal; without any, whatever it could show: of fewer some would be one."""
        if not self.terms.colour:
            return Depth.NONE
        few = {"standard": Depth.SIXTEEN, "windows": Depth.SIXTEEN, "truecolor": Depth.TRUE}
        return few.get(self._app.console.color_system or "", Depth.EIGHT_BIT)

    def keys_of(self, keys: Sequence[Key]) -> tuple[Key, ...]:
        """The keys of a screen, as they are set."""
        preferences = self.terms.preferences
        if preferences == Preferences():
            return tuple(keys)
        from replay.tui.ownkeys import as_set

        return as_set(keys, self._own, preferences)

    def _take_keys(self) -> None:
        preferences, before = self.terms.preferences, self._own
        if preferences.keys != "default" or preferences.own_keys or before:
            from replay.tui.ownkeys import keymap, own_keys, usable

            self._own = own_keys(usable(preferences)[0])
            self._app.set_keymap(keymap(self._own))

    def _take_palette(self) -> None:
        """Have what Textual draws itself in the colours that are set."""
        for light in (False, True):
            theme = theme_of(light, Depth.TRUE, self.terms.preferences.palette)
            self._app.register_theme(textual_theme(theme, coloured=self.terms.colour))

    def heed(self, preferences: Preferences) -> None:
        """Go on with other settings; a theme is taken at once, and units where they changed."""
        before = self.terms.preferences
        self.terms = self.terms._replace(preferences=preferences)
        if preferences.units != before.units:
            self.terms = self.terms._replace(unit=Unit(preferences.units))
        self._take_keys()
        if preferences.palette != before.palette:
            self._take_palette()
            self._app.refresh_css(animate=False)
            self.set_look()
        if preferences.theme in THEMES and preferences.theme != before.theme:
            self.take_theme(preferences.theme)

    def change_theme(self) -> None:
        """Dark or light, and so the next time."""
        from replay.files.preferences import remember_theme

        name = "dark" if self._app.theme == "race-light" else "light"
        remember_theme(name)
        self.take_theme(name)

    def take_theme(self, name: str) -> None:
        """Dark or light."""
        self._app.theme = f"race-{name}"
        self.set_look()

    def set_look(self) -> None:
        """Draw every screen in the present look."""
        for screen in self._app.screen_stack:
            set_look = getattr(screen, "set_look", None)
            if set_look is not None:
                set_look(self.look)
