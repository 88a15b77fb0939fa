"""Moving the rooms: files to new places and classes to new names, by list; imports and words follow.

`python -m tools.rooms.move` and then `python -m tools.rooms.rename` do what the lists beside them say. When that is
done the whole folder goes.
"""
