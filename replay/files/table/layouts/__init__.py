"""From text to rows of cells below one row of headings: what parts them, and how lists stand on a page."""
