"""Which figures can be true together, and what follows.

>>> from analysis.reconcile import Quantity, System, conflicts, propagate, sample
>>> claims = System(
...     [
...         Quantity("people", low=400_000, high=450_000),
...         Quantity("households", low=286_000, high=286_000),
...         Quantity("size", low=3, high=6, best=4.5, kind="assumption"),
...     ],
...     ["people = households * size"],
... )

Can they hold together? If not, who contradicts whom, and how far would each have to move?

>>> print(conflicts(claims))
cannot hold together by people = households * size:
  people (claim [400,000, 450,000]) would have to be at least 858,000
  households (claim 286,000) would have to be at most 150,000
  size (assumption [3, 6]) would have to be at most 1.573426573

Without the claim in doubt, what do the others leave? An interval that no true value can leave:

>>> without = claims.replace(Quantity("households"))
>>> print(propagate(without))
converged
people      [400,000, 450,000]
households  [66,666.66667, 150,000]  by people = households * size
size        [3, 6]

And how likely is what, if every quantity is drawn from what is known of it?

>>> sample(without, 2**14)["households"].mean().round(-3)
np.float64(96000.0)

Your own article: a CSV file with the columns name, low, high, best, error (an empty field is an
open end, no value, no error) and the identities as text; see :meth:`System.read_csv` and
:func:`identity` for what may be written.

The modules, each on those before it: ``parser`` reads an identity, ``table`` writes tables,
``system`` holds quantities and identities, ``propagate`` narrows, ``search`` decides what narrowing
cannot, ``conflict`` explains, ``sample`` draws. They need numpy and scipy, and pandas only for
frames. They know no article and import nothing of one: the folder can be lifted out as it is.
"""

from .conflict import Conflict, Conflicts, Repair, conflicts
from .propagate import Propagation, propagate
from .sample import Sample, sample
from .system import Flat, Identity, Quantity, System, identity, ratio, share, stock_balance

__all__ = [
    "Conflict",
    "Conflicts",
    "Flat",
    "Identity",
    "Propagation",
    "Quantity",
    "Repair",
    "Sample",
    "System",
    "conflicts",
    "identity",
    "propagate",
    "ratio",
    "sample",
    "share",
    "stock_balance",
]
