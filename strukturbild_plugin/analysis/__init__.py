"""Analyses of a strukturbild: what its objects and goals say together. A support for judgement, never a judgement."""
