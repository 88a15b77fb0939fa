"""Styles of the open layers: symbol set, region profile and custom styles, changed as one undo step."""
