"""Hostile content: files that anybody may have made are judged here, and nowhere else.

`svg`, `qml`, `qpt` and `png` each have `clean(content)`: what is listed is kept, the rest is removed and told of, and
what would be useless without it is refused with a sentence. The same judge is asked when a file is installed, when it
is stored and when it is used, so what was accepted can be used. `yaml_limits` holds YAML to what may be read.
"""
