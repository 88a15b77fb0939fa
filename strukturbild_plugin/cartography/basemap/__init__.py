"""The base map from the data that the plugin carries."""
