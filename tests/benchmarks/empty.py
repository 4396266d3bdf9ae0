"""An empty Textual program: what the start of any other is compared with."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Empty(App[None]):
    """One word."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """One widget."""
        yield Static("ready")


if __name__ == "__main__":
    Empty().run(mouse=False)
