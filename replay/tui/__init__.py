"""The terminal: Textual screens and widgets that show what the core has drawn, and turn keys into a viewer's verbs."""
