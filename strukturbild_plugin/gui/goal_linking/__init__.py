"""Goals linked to what is drawn, goal by goal on the map or object by object; may use the pages of an object."""
