"""The selected object: attributes, goals and anchoring; and the overview of all objects."""
