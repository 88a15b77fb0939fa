"""Styles and images from others: sanitized and put on layers."""
