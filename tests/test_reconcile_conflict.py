"""Conflicts: worked by hand, and against every subset of small random systems."""

import math
import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from analysis.reconcile import Identity, Quantity, System, conflicts, propagate, stock_balance

INF = math.inf


def names(result):
    return [set(conflict.names) for conflict in result.sets]


# worked by hand


def test_too_few_people_for_so_many_households():
    result = conflicts(
        System(
            [
                Quantity("people", 400_000, 450_000),
                Quantity("households", 286_000, 286_000),
                Quantity("size", 3, 6, kind="assumption"),
            ],
            ["people = households * size"],
        )
    )
    assert names(result) == [{"people", "households", "size"}]
    assert result.complete
    (conflict,) = result.sets
    assert conflict.claims == ("people", "households")
    assert conflict.identities == ("people = households * size",)
    people, households, size = conflict.repairs
    # 286,000 * 3 = 858,000; 450,000 / 3 = 150,000; 450,000 / 286,000 = 1.573...
    assert people.low == pytest.approx(858_000)
    assert people.move == pytest.approx(408_000)
    assert households.high == pytest.approx(150_000)
    assert households.move == pytest.approx(-136_000)
    assert size.high == pytest.approx(450 / 286)
    assert "households (claim 286,000) would have to be at most 150,000" in str(result)


def test_no_conflict_when_people_are_open_above():
    system = System(
        [
            Quantity("people", 400_000),
            Quantity("households", 286_000, 286_000),
            Quantity("s", 3, 6),
        ],
        ["people = households * s"],
    )
    assert conflicts(system).sets == ()
    assert str(conflicts(system)) == "no conflict"


def test_propagation_alone_would_not_see_it():
    """x + y = 10 and x - y = 0 leave 5 for each; looked at one by one, both allow 0 to 10."""
    system = System(
        [Quantity("x", 0, 10), Quantity("y", 0, 10), Quantity("z", 0, 4)],
        ["x + y = 10", "x - y = 0", "x = z"],
    )
    result = conflicts(system)
    assert result.exact
    assert names(result) == [{"z"}]
    (repair,) = result.sets[0].repairs
    assert (repair.low, repair.high) == pytest.approx((5, 5))
    assert repair.move == pytest.approx(1)


def test_products_that_propagation_alone_would_not_see():
    """xy = 4 and x = y leave 2 for each and 4 for the sum; one by one, all allow more."""
    sides = [Quantity(name, 0.1, 10, kind="unknown") for name in ("x", "y")]
    identities = ["x*y = 4", "x/y = 1", "sum = x + y"]
    system = System([*sides, Quantity("sum", 5, 20)], identities)
    assert propagate(system).status == "converged"
    result = conflicts(system)
    assert result.exact
    assert names(result) == [{"sum"}]
    allowed = conflicts(System([*sides, Quantity("sum", 3.9, 20)], identities))
    assert allowed.exact
    assert allowed.sets == ()


def test_an_area_is_at_most_the_square():
    """a + b = 10 leaves ab at most 25, whatever the two."""
    sides = [Quantity("a", 0, 10), Quantity("b", 0, 10)]
    identities = ["a + b = 10", "area = a*b"]
    result = conflicts(System([*sides, Quantity("area", 26, 40)], identities))
    assert result.exact
    assert names(result) == [{"area"}]
    (area,) = result.sets[0].repairs
    assert 25 <= area.high < 25.05  # whatever a and b
    assert (area.rest_low, area.rest_high) == pytest.approx((0, 25), abs=0.05)
    touching = conflicts(System([*sides, Quantity("area", 25, 40)], identities))
    assert touching.sets == ()


def test_says_when_a_question_stayed_open():
    """Six unknown factors with product 1 and a sum just below 6: only their means tell."""
    factors = [f"f{i}" for i in range(6)]
    system = System(
        [Quantity(f, 1e-3, 1e3, kind="unknown") for f in factors] + [Quantity("sum", 0, 5.99)],
        ["*".join(factors) + " = 1", "sum = " + "+".join(factors)],
    )
    result = conflicts(system)
    assert not result.exact
    assert str(result) == "no conflict found"


def test_balance_that_does_not_close():
    """350 at the end, but 500 - 200 at most, and no births: wanting 50 more."""
    system = System(
        [
            Quantity("end", 350, 360),
            Quantity("start", 400, 500),
            Quantity("left", 200, 220),
            Quantity("bystander", 1, 2),
            Quantity("double"),
        ],
        [stock_balance("end", "start", outflow="left"), "double = 2 * bystander"],
    )
    result = conflicts(system)
    assert names(result) == [{"end", "start", "left"}]
    moves = {r.quantity.name: r.move for r in result.sets[0].repairs}
    assert moves == pytest.approx({"end": -50, "start": 50, "left": -50})


def test_two_conflicts_that_share_a_claim():
    """a is 1 by itself, 2 by b and 3 by c; b and c do not meet otherwise."""
    system = System(
        [Quantity("a", 1, 1), Quantity("b", 2, 2), Quantity("c", 3, 3)], ["a = b", "a = c"]
    )
    result = conflicts(system)
    assert names(result) == [{"a", "b"}, {"a", "c"}, {"b", "c"}]
    # b and c: either may move to the other, but then a is still in the way
    b, c = result.sets[2].repairs
    assert (b.low, b.high) == pytest.approx((3, 3))
    assert math.isnan(b.rest_low) and math.isnan(c.rest_high)
    assert "does not settle the other conflicts" in str(b)
    assert result.sets[2].identities == ("a = b", "a = c")


def test_independent_conflicts_do_not_multiply():
    """Twenty pairs that contradict themselves: twenty sets, not two to the twentieth."""
    quantities = [
        Quantity(f"{side}{i}", v, v) for i in range(20) for side, v in (("a", 1), ("b", 2))
    ]
    result = conflicts(System(quantities, [f"a{i} = b{i}" for i in range(20)]))
    assert result.complete
    assert names(result) == [{f"a{i}", f"b{i}"} for i in range(20)]


def test_unknowns_and_identities_are_not_given_up():
    system = System(
        [Quantity("x", 5, 6), Quantity("limit", 0, 3, kind="unknown")], ["x = limit", "limit >= 1"]
    )
    result = conflicts(system)
    assert names(result) == [{"x"}]
    assert result.sets[0].repairs[0].high == pytest.approx(3)
    hopeless = conflicts(
        System([Quantity("x"), Quantity("a", 1, 1)], ["x + a = 1", "x >= 1", "x <= 0"])
    )
    assert names(hopeless) == [set()]
    assert set(hopeless.sets[0].identities) == {"x >= 1", "x <= 0"}


def test_says_when_it_stopped_early():
    n = 8
    quantities = [Quantity(f"x{i}", i, i) for i in range(n)]
    system = System(quantities, [f"x{i} = x{i + 1}" for i in range(n - 1)])
    whole = conflicts(system)
    assert whole.complete and len(whole.sets) == n * (n - 1) // 2
    part = conflicts(system, limit=5)
    assert not part.complete and len(part.sets) == 5
    assert set(map(frozenset, names(part))) <= set(map(frozenset, names(whole)))
    assert str(part).endswith("and there may be more")


def test_small_shares_are_not_lost_in_the_tolerance_of_the_programme():
    """HiGHS forgives 1e-7, so a per-mille figure in a small unit has to be scaled."""
    system = System(
        [Quantity("a", 1e-9, 2e-9), Quantity("b", 1e-9, 2e-9), Quantity("c", 5e-9, 6e-9)],
        ["a + b = c", "a - b = 0*c"],
    )
    assert names(conflicts(system)) == [{"a", "c"}, {"b", "c"}]


def test_a_conflict_in_a_large_system():
    n = 1000
    quantities = [Quantity(f"x{i}") for i in range(n)]
    quantities[0] = Quantity("x0", 1, 2)
    quantities[n // 2] = Quantity(f"x{n // 2}", -(10**6), 10**6)
    quantities[-1] = Quantity(f"x{n - 1}", 1, 3)
    system = System(quantities, [f"x{i} = x{i - 1} + 1" for i in range(1, n)])
    result = conflicts(system)
    assert names(result) == [{"x0", f"x{n - 1}"}]
    last = result.sets[0].repairs[1]
    assert (last.low, last.high) == pytest.approx((n, n + 1))


def test_frame_has_a_row_per_conflict_and_figure():
    system = System(
        [Quantity("a", 1, 1), Quantity("b", 2, 2), Quantity("c", 3, 3)], ["a = b", "a = c"]
    )
    frame = conflicts(system).frame()
    assert frame["conflict"].tolist() == [1, 1, 2, 2, 3, 3]
    assert frame["name"].tolist() == ["a", "b", "a", "c", "b", "c"]
    assert frame["move"].tolist() == pytest.approx([1, -1, 2, -2, 1, -1])


# every subset of small linear systems, decided by a programme written here


@st.composite
def linear_systems(draw):
    rng = random.Random(draw(st.integers(0, 2**32)))
    n = rng.randint(2, 6)
    quantities = []
    for i in range(n):
        low = rng.randint(-5, 5)
        high = low + rng.randint(0, 3)
        ends = rng.choice([(low, high), (low, high), (low, INF), (-INF, high), (-INF, INF)])
        quantities.append(Quantity(f"q{i}", *ends, kind=rng.choice(["claim", "assumption"])))
    identities = []
    for k in range(rng.randint(1, 4)):
        chosen = rng.sample(range(n), rng.randint(1, min(3, n)))
        terms = tuple((rng.choice([1, -1, 2, -3]), ((f"q{i}", 1),)) for i in chosen)
        value = rng.randint(-4, 4)
        low, high = rng.choice([(value, value), (value, value + 1), (value, INF)])
        identities.append(Identity(f"i{k}", terms, low, high))
    return System(quantities, identities)


def can_hold(system, kept):
    """Whether these figures can hold together: smallest total breach of the identities is zero."""
    n = len(system.quantities)
    rows, limits = [], []
    for each in system.identities:
        row = [0.0] * n
        for coefficient, ((name, _),) in each.terms:
            row[system.index[name]] += coefficient
        if each.high < INF:
            rows.append([*row, -1])
            limits.append(each.high)
        if each.low > -INF:
            rows.append([*(-x for x in row), -1])
            limits.append(-each.low)
    bounds = [
        (None if q.low == -INF else q.low, None if q.high == INF else q.high)
        if q.name in kept
        else (None, None)
        for q in system.quantities
    ]
    answer = linprog([0] * n + [1], rows, limits, bounds=[*bounds, (0, None)], method="highs-ipm")
    assert answer.status == 0
    return answer.fun < 1e-6


@settings(max_examples=60, deadline=None, derandomize=True)
@given(linear_systems())
def test_finds_exactly_the_minimal_sets_of_all_subsets(system):
    figures = [q.name for q in system.quantities if q.low > -INF or q.high < INF]
    subsets = [set(c) for size in range(len(figures) + 1) for c in combinations(figures, size)]
    broken = [subset for subset in subsets if not can_hold(system, subset)]
    minimal = [b for b in broken if not any(other < b for other in broken)]
    result = conflicts(system)
    assert result.complete and result.exact
    if minimal == [set()]:  # parts that no identity ties to the hopeless one still report theirs
        assert set() in names(result)
    else:
        assert sorted(map(sorted, names(result))) == sorted(map(sorted, minimal))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(linear_systems())
def test_a_figure_moved_as_told_settles_its_conflict(system):
    for conflict in conflicts(system).sets:
        for repair in conflict.repairs:
            others = set(conflict.names) - {repair.quantity.name}
            for value in (repair.low, repair.high):
                if math.isfinite(value):
                    moved = system.replace(Quantity(repair.quantity.name, value, value))
                    assert can_hold(moved, others | {repair.quantity.name})
            # and a little less than that does not
            short = math.copysign(1e-3, repair.move) if not math.isnan(repair.move) else 0
            if short:
                value = repair.low - short if short > 0 else repair.high - short
                moved = system.replace(Quantity(repair.quantity.name, value, value))
                assert not can_hold(moved, others | {repair.quantity.name})
