"""New from template, and templates imported and exported."""
