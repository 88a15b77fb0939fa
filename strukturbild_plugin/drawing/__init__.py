"""Drawing: what happens to the open layers of a strukturbild when somebody draws, moves, joins or takes away.

Works through the layers' edit buffers, one undo step per thing done, across layers. Knows no windows, no map tools and
no project; may import store/, cartography/, catalogue/ and goals/.
"""
