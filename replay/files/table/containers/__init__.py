"""What holds tables: workbooks, web pages, JSON, XML and YAML, each of which may have several."""
