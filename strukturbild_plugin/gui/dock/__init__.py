"""The dock and what frames it: header, tabs, start page, file menu, locator. Imports the panels below it."""
