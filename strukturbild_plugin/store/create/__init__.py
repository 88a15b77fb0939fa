"""New strukturbilder: from a template, as a copy, for other län."""
