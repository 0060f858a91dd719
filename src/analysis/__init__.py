"""Figures of one article on the Kazakh-Xinjiang border, with what their hedges leave possible.

>>> from analysis import claims
>>> frame = claims.load()
>>> print(claims.interval(frame, "garrison-bakhty-outposts-1927"))
4
"""
