"""The linters: style, types, security, Qt 6 and the rules of the house."""
