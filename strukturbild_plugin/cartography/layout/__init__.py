"""Composing sheets: map frames, columns of text, legend, scale bar, grid, logos."""
