"""Labels."""
from __future__ import annotations

def apply_labels(layer, layer_code, catalogue, symbols, language="sv"):
    """Later."""
