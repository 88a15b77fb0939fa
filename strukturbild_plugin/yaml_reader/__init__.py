"""The one reader of YAML files: catalogue, templates, symbol sets, profiles, goal sets and worked examples.

Values with their lines (yaml_file.py), taken field by field (fields.py), with every fault in the same words
(problems.py).
"""
