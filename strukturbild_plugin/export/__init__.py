"""From a snapshot to an edition: map, delivery, web page, manifest. Imports checks, store and below."""
