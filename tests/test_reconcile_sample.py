"""Sampling against closed forms, against arithmetic by hand, and against itself."""

import hashlib
import math

import numpy as np
import pytest
from scipy.stats import norm

from analysis.reconcile import Quantity, System, sample


def test_product_of_two_uniforms_has_its_known_distribution() -> None:
    """P(xy <= t) = t - t log t for x, y uniform on (0, 1)."""
    system = System([Quantity("x", 0, 1), Quantity("y", 0, 1), Quantity("p")], ["p = x * y"])
    drawn = sample(system, 2**16)
    assert drawn.drawn == ("x", "y")
    assert drawn.acceptance == 1
    for t in (0.01, 0.1, 0.5, 0.9):
        assert (drawn["p"] <= t).mean() == pytest.approx(t - t * math.log(t), abs=2e-4)


def test_sum_of_two_uniforms_is_a_triangle() -> None:
    system = System([Quantity("x", 0, 1), Quantity("y", 0, 1), Quantity("s")], ["x + y = s"])
    drawn = sample(system, 2**16)
    for t in (0.2, 0.7, 1.0):
        assert (drawn["s"] <= t).mean() == pytest.approx(t**2 / 2, abs=3e-4)


def test_triangle_is_drawn_as_low_best_high_say() -> None:
    """Of the triangle over 2, 3, 7 a share of 1/5 lies below 3, and the mean is 4."""
    system = System([Quantity("size", 2, 7, best=3, kind="assumption")], [])
    size = sample(system, 2**14)["size"]
    assert (size <= 3).mean() == pytest.approx(1 / 5, abs=1e-4)
    assert size.mean() == pytest.approx(4, abs=1e-4)
    assert size.var() == pytest.approx((4 + 9 + 49 - 6 - 14 - 21) / 18, abs=1e-3)


def test_pert_has_the_mean_it_is_named_for() -> None:
    system = System([Quantity("size", 2, 7, best=3)], [])
    size = sample(system, 2**14, shape="pert")["size"]
    assert size.mean() == pytest.approx((2 + 4 * 3 + 7) / 6, abs=1e-4)


def test_triangle_with_the_best_value_at_an_end() -> None:
    system = System([Quantity("a", 0, 1, best=0), Quantity("b", 0, 1, best=1)], [])
    drawn = sample(system, 2**14)
    assert drawn["a"].mean() == pytest.approx(1 / 3, abs=1e-4)
    assert drawn["b"].mean() == pytest.approx(2 / 3, abs=1e-4)


def test_normal_is_cut_at_its_interval() -> None:
    """A standard normal from -1 on has the mean phi(1) / Phi(1)."""
    system = System([Quantity("x", low=-1, best=0, error=1)], [])
    x = sample(system, 2**16)["x"]
    assert x.min() >= -1
    assert x.mean() == pytest.approx(norm.pdf(1) / norm.cdf(1), abs=1e-3)


def test_normal_is_cut_on_both_sides() -> None:
    """10 +- 2 between 9 and 15: from half an error below to two and a half above."""
    x = sample(System([Quantity("x", 9, 15, best=10, error=2)], []), 2**14)["x"]
    assert 9 <= x.min() < 9.01 and 14.9 < x.max() <= 15
    share = norm.cdf(2.5) - norm.cdf(-0.5)
    assert x.mean() == pytest.approx(10 + 2 * (norm.pdf(0.5) - norm.pdf(2.5)) / share, abs=1e-3)


def test_what_is_known_exactly_is_not_drawn() -> None:
    system = System(
        [Quantity("x", 0, best=5, error=0), Quantity("y", 1, 2), Quantity("z")], ["z = x*y"]
    )
    drawn = sample(system, 16)
    assert drawn.drawn == ("y",)
    assert (drawn["x"] == 5).all()
    np.testing.assert_allclose(drawn["z"], 5 * drawn["y"])


@pytest.mark.parametrize(
    ("first", "second", "computed"),
    [
        # nothing known, open-ended claim, claim, open-ended assumption, assumption
        (Quantity("a", 1), Quantity("b"), "b"),
        (Quantity("a", 1, 9), Quantity("b", high=9), "b"),
        (Quantity("a", 1, kind="assumption"), Quantity("b", 1, 9), "b"),
        (Quantity("a", 1, 9, kind="assumption"), Quantity("b", 1, kind="assumption"), "b"),
        (Quantity("a", 1), Quantity("b", best=5, error=1), "a"),
        (Quantity("a", 1, 9), Quantity("b", 1, 9), "a"),
        (Quantity("a", 1, 9), Quantity("b", 1, 9, kind="assumption"), "a"),
    ],
)
def test_what_is_known_least_is_computed(first: Quantity, second: Quantity, computed: str) -> None:
    drawn = sample(System([first, second], ["a + b = 10"]), 16, reach=2)
    assert drawn.computed == {computed: "a + b = 10"}
    np.testing.assert_allclose(drawn["a"] + drawn["b"], 10)


KNOWN = [
    Quantity("nothing"),
    Quantity("open claim", 1),
    Quantity("claim", 1, 9),
    Quantity("open assumption", 1, kind="assumption"),
    Quantity("assumption", 1, 9, kind="assumption"),
]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("i", range(len(KNOWN) - 1))
def test_the_less_is_known_the_sooner_it_is_computed(i: int, turned: bool) -> None:
    """However they are written down."""
    less, more = KNOWN[i : i + 2]
    pair = [more, less] if turned else [less, more]
    text = " - ".join(f"`{quantity.name}`" for quantity in pair) + " = 0"
    drawn = sample(System(pair, [text]), 16, reach=1.0)
    assert drawn.drawn == (more.name,)


def test_one_draw_is_one_value() -> None:
    drawn = sample(System([Quantity("x", 1, 2)]), 1)
    assert drawn.draws == 1 and drawn["x"].shape == (1,)


def test_what_stands_in_two_terms_is_not_solved_for() -> None:
    system = System(
        [
            Quantity("x", 1, 2),
            Quantity("y", 1, 4, kind="assumption"),
            Quantity("z", 0, 1, kind="assumption"),
        ],
        ["x + x*z = y"],
    )
    drawn = sample(system, 64)
    assert drawn.computed == {"z": "x + x*z = y"}
    np.testing.assert_allclose(drawn["x"] * (1 + drawn["z"]), drawn["y"])


def test_only_draws_that_satisfy_everything_are_kept() -> None:
    system = System(
        [Quantity("a", 1, 3), Quantity("b", 1, 3), Quantity("c", 2, 9), Quantity("d")],
        ["c = a * b", "a <= b", "d = c - a^2", "d/b >= 0.1"],
    )
    drawn = sample(system, 2**14)
    a, b, c, d = (drawn[name] for name in "abcd")
    assert 0 < len(a) < 2**14
    np.testing.assert_allclose(c, a * b, rtol=1e-9)
    np.testing.assert_allclose(d, c - a**2, rtol=1e-9, atol=1e-9)
    assert (a <= b * (1 + 1e-9)).all() and (d >= 0.1 * b * (1 - 1e-9)).all()
    assert ((c >= 2) & (c <= 9)).all()
    kept = drawn.acceptance
    assert kept == len(a) / 2**14
    # half of the draws have a > b
    assert drawn.rejected["a <= b"] == pytest.approx(0.5, abs=0.01)


def test_acceptance_is_the_share_by_hand() -> None:
    """households * size >= 400,000 for 100,000 households holds for sizes from 4 on."""
    system = System(
        [Quantity("people", low=400_000), Quantity("hh", 100_000, 100_000), Quantity("size", 3, 6)],
        ["people = hh * size"],
    )
    drawn = sample(system, 2**12)
    assert drawn.acceptance == pytest.approx(2 / 3, abs=1e-3)
    assert drawn["size"].min() >= 4 * (1 - 1e-9)
    assert drawn.computed == {"people": "people = hh * size"}
    assert (drawn["hh"] == 100_000).all()


def test_what_is_unknown_is_computed_along_a_chain_in_any_order() -> None:
    quantities = [Quantity(name) for name in ("d", "c", "b")] + [Quantity("a", 1, 2)]
    chain = ["d = c / 2", "c = b^2", "b = a + 1"]
    forward = sample(System(quantities, chain), 64)
    backward = sample(System(quantities, chain[::-1]), 64)
    np.testing.assert_allclose(forward["d"], (forward["a"] + 1) ** 2 / 2, rtol=1e-12)
    np.testing.assert_array_equal(forward.values, backward.values)


def test_a_quotient_and_a_root_are_solved_for() -> None:
    system = System(
        [Quantity("k", 2, 4), Quantity("q"), Quantity("r", low=0), Quantity("one", 1, 1)],
        ["k * q = one", "r^2 = k"],
    )
    drawn = sample(system, 256)
    np.testing.assert_allclose(drawn["q"], 1 / drawn["k"], rtol=1e-14)
    np.testing.assert_allclose(drawn["r"], np.sqrt(drawn["k"]), rtol=1e-14)


def test_a_quantity_less_itself_is_exactly_nothing() -> None:
    system = System([Quantity("x", 1, 2), Quantity("zero")], ["zero = x - x + 0*x"])
    assert (sample(system, 128)["zero"] == 0).all()


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others() -> None:
    system = System(
        [Quantity("a", 1, 3, best=2), Quantity("b", 1, 3, best=2, error=1), Quantity("c", 0, 5)],
        ["c = a * b"],
    )

    def digest(seed: int) -> str:
        return hashlib.sha256(sample(system, 1000, seed=seed).values.tobytes()).hexdigest()

    assert digest(7) == digest(7)
    assert digest(7) != digest(8)


def test_the_first_points_are_pinned_across_versions_of_python() -> None:
    """The scrambled sequence of seed 0, written down once; a change of the generator shows here."""
    drawn = sample(System([Quantity("x", 0, 1), Quantity("y", 0, 1)], []), 4)
    pinned = [
        [0.40994958905503154, 0.7219116599299014, 0.9048664071597159, 0.21716429246589541],
        [0.9641202189959586, 0.10752477729693055, 0.5285515240393579, 0.41444470500573516],
    ]
    np.testing.assert_array_equal(drawn.values, np.array(pinned))


def test_draws_are_rounded_up_to_a_power_of_two() -> None:
    drawn = sample(System([Quantity("x", 0, 1)], []), 1000)
    assert drawn.draws == 1024 == len(drawn["x"])


def test_more_draws_come_closer_than_random_ones_would() -> None:
    """Quasi-random: the mean of a sum of six uniforms is off by far less than 1/sqrt(n)."""
    names = [f"x{i}" for i in range(6)]
    system = System(
        [*(Quantity(name, 0, 1) for name in names), Quantity("s")], ["s = " + " + ".join(names)]
    )
    n = 2**12
    spread = math.sqrt(6 / 12)
    assert abs(sample(system, n)["s"].mean() - 3) < 0.1 * spread / math.sqrt(n)


def test_open_ends_are_closed_only_by_what_is_stated() -> None:
    system = System([Quantity("over", low=400_000), Quantity("below", high=-10)], [])
    with pytest.raises(ValueError, match=r"'over' has an open end.*\n.*'below' has an open"):
        sample(system, 16)
    drawn = sample(system, 2**10, reach={"over": 0.1, "below": 0.5})
    assert drawn["over"].min() >= 400_000 and drawn["over"].max() <= 440_000
    assert drawn["below"].min() >= -15 and drawn["below"].max() <= -10
    assert drawn["over"].mean() == pytest.approx(420_000, rel=1e-4)


def test_an_open_end_at_zero_has_no_reach() -> None:
    few = System([Quantity("few", low=0)], [])
    with pytest.raises(ValueError) as error:
        sample(few, 16, reach=0.1)
    assert str(error.value) == (
        "quantity 'few' has an open end: say in reach how far beyond 0 it may lie, as a positive "
        "share of it, or give it both ends"
    )
    small = sample(System([Quantity("few", low=0.5)], []), 2**10, reach=0.1)["few"]
    assert 0.5 <= small.min() < 0.501 and 0.549 < small.max() <= 0.55


def test_what_can_be_neither_drawn_nor_computed_is_named() -> None:
    system = System([Quantity("a", 1, 2), Quantity("free")], [])
    with pytest.raises(ValueError) as error:
        sample(system, 16)
    assert str(error.value) == (
        "quantity 'free' can be neither drawn (both ends are open) nor computed from an identity"
    )


def test_no_draw_kept_names_what_rejects_most() -> None:
    system = System(
        [
            Quantity("people", high=400_000),
            Quantity("hh", 286_000, 286_000),
            Quantity("size", 3, 6),
        ],
        ["people = hh * size", "size <= 5"],
    )
    with pytest.raises(ValueError, match=r"'interval of people' rejects 100\.0%"):
        sample(system, 256)


def test_points_that_contradict_each_other_are_named_by_their_identity() -> None:
    system = System([Quantity("a", 2, 2), Quantity("b", 3, 3)], ["a = b"])
    with pytest.raises(ValueError, match=r"'a = b' rejects 100\.0%"):
        sample(system, 16)


def test_decimals_that_doubles_miss_are_kept() -> None:
    """0.1 + 0.2 is 0.3 although the doubles differ; but a and 2a differ however small they are."""
    tenths = {"a": 0.1, "b": 0.2, "c": 0.3}
    system = System([Quantity(name, v, v) for name, v in tenths.items()], ["a + b = c"])
    assert sample(system, 16).acceptance == 1
    turned = System([Quantity(name, -v, -v) for name, v in tenths.items()], ["a + b = c"])
    assert sample(turned, 16).acceptance == 1
    small = System([Quantity("a", 1e-6, 1e-6), Quantity("b", 2e-6, 2e-6)], ["a = b"])
    with pytest.raises(ValueError, match="'a = b' rejects"):
        sample(small, 16)
    nothing = System([Quantity("a", 0, 0), Quantity("b", 0, 0)], ["a = b", "0 <= a + b"])
    assert sample(nothing, 16).acceptance == 1


@pytest.mark.parametrize("wrong", [{"shape": "round"}, {"draws": 0}])
def test_wrong_arguments_are_refused(wrong: dict) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        sample(System([Quantity("x", 0, 1)], []), **wrong)


def test_sensitivity_of_a_linear_target_is_the_share_of_variance() -> None:
    """y = 3a + 2b - c with equal variances: shares 9/14, 4/14, 1/14; d does not matter."""
    system = System(
        [*(Quantity(name, 0, 1, kind="assumption") for name in "abcd"), Quantity("y")],
        ["y = 3*a + 2*b - c"],
    )
    ranking = sample(system, 2**15).sensitivity("y")
    assert list(ranking["quantity"]) == ["a", "b", "c", "d"]
    np.testing.assert_allclose(ranking["first_order"], [9 / 14, 4 / 14, 1 / 14, 0], atol=0.003)
    assert ranking["rank_correlation"][0] > 0.75
    assert ranking["rank_correlation"][2] < 0
    assert abs(ranking["rank_correlation"][3]) < 0.01


def test_sensitivity_of_a_target_that_is_not_linear() -> None:
    """y = x1 + 7 x2^2: variances 1/12 and 49 (1/5 - 1/9)."""
    system = System(
        [Quantity("x1", 0, 1), Quantity("x2", 0, 1), Quantity("y")], ["y = x1 + 7*x2^2"]
    )
    ranking = sample(system, 2**15).sensitivity("y")
    one, two = 1 / 12, 49 * (1 / 5 - 1 / 9)
    expected = [two / (one + two), one / (one + two)]
    assert list(ranking["quantity"]) == ["x2", "x1"]
    np.testing.assert_allclose(ranking["first_order"], expected, atol=0.003)
    assert list(ranking.index) == [0, 1]


@pytest.mark.parametrize(("draws", "classes"), [(128, 2), (256, 4), (2**12, 64), (2**14, 64)])
def test_sensitivity_leaves_out_what_varies_within_a_class(draws: int, classes: int) -> None:
    """Of a uniform cut in k classes a share of 1/k^2 lies within them, with n - k freedoms."""
    system = System([Quantity("x", 0, 1), Quantity("y")], ["y = 2*x"])
    left = 1 - sample(system, draws).sensitivity("y")["first_order"][0]
    expected = (draws - 1) / (draws - classes) / classes**2
    assert left == pytest.approx(expected, rel=0.01)


def test_sensitivity_of_eight_draws_is_that_of_their_halves() -> None:
    drawn = sample(System([Quantity("x", 0, 1), Quantity("y")], ["y = 2*x"]), 8)
    low, high = np.split(np.sort(drawn["x"]), 2)
    within = (low.var(ddof=1) + high.var(ddof=1)) / 2
    expected = 1 - within / drawn["x"].var(ddof=1)
    assert drawn.sensitivity("y")["first_order"][0] == pytest.approx(expected, rel=1e-12)


def test_no_sensitivity_of_a_constant_or_from_a_handful_of_draws() -> None:
    system = System([Quantity("x", 0, 1), Quantity("y"), Quantity("one", 1, 1)], ["y = 2*x"])
    constant = sample(system, 64).sensitivity("one")
    assert constant[["first_order", "rank_correlation"]].isna().all(axis=None)
    few = sample(system, 4).sensitivity("y")
    assert math.isnan(few["first_order"][0])
    assert few["rank_correlation"][0] == pytest.approx(1)


def test_quantiles_have_a_row_per_quantity() -> None:
    drawn = sample(System([Quantity("x", 10, 20), Quantity("y", 0, 1)], []), 2**12)
    table = drawn.quantiles()
    assert list(table.columns) == ["quantity", 0.05, 0.25, 0.5, 0.75, 0.95, "mean"]
    np.testing.assert_allclose(table.loc[0, [0.05, 0.75, "mean"]].tolist(), [10.5, 17.5, 15], 1e-3)
    np.testing.assert_allclose(table.loc[1, [0.05, 0.75, "mean"]].tolist(), [0.05, 0.75, 0.5], 1e-2)


def test_quantiles_of_a_uniform() -> None:
    table = sample(System([Quantity("x", 10, 20)], []), 2**12).quantiles((0.25, 0.5))
    assert table.loc[0, "quantity"] == "x"
    assert table.loc[0, 0.25] == pytest.approx(12.5, abs=0.01)
    assert table.loc[0, 0.5] == pytest.approx(15, abs=0.01)
    assert table.loc[0, "mean"] == pytest.approx(15, abs=0.01)
