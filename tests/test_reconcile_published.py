"""Balancing against published examples with published answers.

Each test names the publication and where its numbers were seen. Nothing here was computed by this
project, except where a docstring says so.
"""

import numpy as np
import pytest

from analysis.reconcile import balance

# VDI 2048, steam turbine: names, stated values, half widths of 95 % intervals
VDI_VALUES = {
    "mFDKEL": 46.241,
    "mFDKELL": 45.668,
    "mSPL": 44.575,
    "mSPLL": 44.319,
    "mV": 0.525,
    "mHK": 69.978,
    "mA7": 10.364,
    "mA6": 3.744,
    "mA5": 4.391,
    "mHDNK": 18.498,
    "mD": 2.092,
    "mFD1": None,
    "mFD2": None,
    "mFD3": None,
    "mHDANZ": None,
}
VDI_HALF_WIDTHS = {
    "mFDKEL": 0.800,
    "mFDKELL": 0.790,
    "mSPL": 0.535,
    "mSPLL": 0.532,
    "mV": 0.105,
    "mHK": 0.854,
    "mA7": 0.168,
    "mA6": 0.058,
    "mA5": 0.058,
    "mHDNK": 0.205,
    "mD": 0.272,
}
VDI_IDENTITIES = [
    "mFD1 = mFDKEL + mFDKELL - 0.2*mV",
    "mFD2 = mSPL + mSPLL - 0.6*mV",
    "mFD3 = mHK + mA7 + mA6 + mA5 + 0.4*mV",
    "mHDANZ = mA7 + mA6 + mA5",
    "0 = mFD1 - mFD2",
    "0 = mFD2 - mFD3",
    "0 = mHDANZ - mHDNK",
]
TWO_SIDED_95 = 1.959963984540054


@pytest.mark.parametrize("solver", ["dense", "sparse"])
def test_steam_turbine_of_the_guideline_vdi_2048_with_correlated_errors(solver: str) -> None:
    """VDI 2048 Part 1 (2000), Control and quality improvement of process data and their
    uncertainties by means of correction calculation, example of a heat circuit of a steam turbine
    plant.

    Seen: stated values, half widths, correlations, identities and results in the regression test
    of the library dvrlib (github.com/DuncanvR/dvrlib, test/vdi2048_test.cc), which follows the
    tables A6 to A33 of the guideline; identities also in the OpenModelica User's Guide, chapter
    Data Reconciliation. The four flows without a measurement are unmeasured there too.
    """
    result = balance(
        VDI_VALUES,
        VDI_HALF_WIDTHS,
        VDI_IDENTITIES,
        coverage=0.95,
        correlation={("mFDKEL", "mFDKELL"): 0.2, ("mSPL", "mSPLL"): 0.4},
        solver=solver,
    )
    adjusted = [
        *(44.9644892064291, 44.4179721417342, 44.9259040471917, 44.6670964499405),
        *(0.526347872422335, 70.553060829315, 10.3757829833265, 3.74540440603423),
        *(4.39240440603423, 18.5135917953949, 2.092, 89.2771917736789),
        *(89.2771917736789, 89.2771917736788, 18.5135917953949),
    ]
    half_widths = [
        *(0.575626570589129, 0.572817587480311, 0.404463177421466, 0.402919370199657),
        *(0.104623410451298, 0.559872848891984, 0.133003389109488, 0.056695251568643),
        *(0.056695251568643, 0.137102511396334, 0.272),
    ]
    np.testing.assert_allclose(result.adjusted, adjusted, rtol=1e-12)
    printed = TWO_SIDED_95 * result.adjusted_errors[:11]
    np.testing.assert_allclose(printed, half_widths, rtol=2e-6)
    assert result.freedom == 3
    assert result.critical_statistic == pytest.approx(7.81473, abs=5e-6)
    assert result.status[list(result.names).index("mD")] == "free"


@pytest.mark.parametrize("solver", ["dense", "sparse"])
def test_steam_turbine_of_vdi_2048_with_wide_flow_meters(solver: str) -> None:
    """The same guideline's second variant: both feed water meters to 2.5, no correlations.

    Seen: the expected output of the test VDI2048Example of OpenModelica
    (github.com/OpenModelica/OpenModelica, testsuite/openmodelica/dataReconciliation,
    ModelicaDataReconciliationSimpleTests.Models.VDI2048.VDI2048Example.mos), columns Estimated
    Value, Estimated Uncertainty (half widths) and Local Quality. Local Quality divides each
    adjustment by its half width, so it is our z over 1.96; below 1 is accepted. Not compared: the
    Local Quality of mV, mA5 and mA6, which does not follow from the columns beside it (for mV it
    would be 0.084, printed is 0.0242626).
    """
    widths = {**VDI_HALF_WIDTHS, "mFDKEL": 2.5, "mFDKELL": 2.5}
    result = balance(VDI_VALUES, widths, VDI_IDENTITIES, coverage=0.95, solver=solver)
    # value, half width, local quality, as printed
    expected = {
        "mD": (2.092, 0.272, None),
        "mHDNK": (18.499, 0.137122, 0.00684795),
        "mA5": (4.391, 0.0566957, None),
        "mA6": (3.744, 0.0566957, None),
        "mA7": (10.364, 0.133016, 0.000342739),
        "mHK": (69.997, 0.566796, 0.0297734),
        "mV": (0.524194, 0.104563, None),
        "mSPLL": (44.3818, 0.469808, 0.251487),
        "mSPL": (44.6385, 0.471702, 0.251487),
        "mFDKELL": (44.1188, 1.78991, 0.887628),
        "mFDKEL": (44.6918, 1.78991, 0.887628),
    }
    frame = result.frame().set_index("quantity")
    for name, (value, width, quality) in expected.items():
        row = frame.loc[name]
        assert f"{row.adjusted:.6g}" == f"{value:.6g}", name
        assert TWO_SIDED_95 * row.adjusted_error == pytest.approx(width, rel=5e-6), name
        if quality is not None:
            assert abs(row.z) / TWO_SIDED_95 == pytest.approx(quality, rel=1e-5), name
    np.testing.assert_allclose(result.z[7:9], result.z[6], rtol=1e-4)
    assert result.p_value > 0.05  # printed: result of global test TRUE
    assert result.suspects == ()


def test_splitter_with_flows_that_are_not_measured() -> None:
    """A flow that divides into two equal ones, with four quantities in between.

    Seen: the expected output of OpenModelica's test Splitter (as above,
    ...Models.Splitter.Splitter.mos): half widths 1.91, 1.91, 1.96 in, values, half widths and
    Local Quality out.
    """
    result = balance(
        {"Q2": 0.97, "Q1": 1.05, "Q": 2.1, "y": None, "y1": None, "y2": None, "a": None},
        {"Q2": 1.91, "Q1": 1.91, "Q": 1.96},
        ["a = 0.5", "y1 = a * y", "y = y1 + y2", "Q = y", "Q1 = y1", "Q2 = y2"],
        coverage=0.95,
    )
    np.testing.assert_allclose(result.adjusted[:3], [1.0362, 1.0362, 2.07241], atol=5e-6)
    widths = TWO_SIDED_95 * result.adjusted_errors[:3]
    np.testing.assert_allclose(widths, [0.793185, 0.793185, 1.58637], rtol=5e-6)
    quality = np.abs(result.z[:3]) / TWO_SIDED_95
    np.testing.assert_allclose(quality, [0.0381023, 0.00794043, 0.0239712], rtol=5e-6)
    assert result["a"] == pytest.approx(0.5) and result.adjusted_errors[-1] == 0
    assert set(result.status[3:]) == {"found"}


def test_pipe_with_the_same_flow_at_both_ends() -> None:
    """Two meters on one pipe, the smallest network there is.

    Seen: the expected output of OpenModelica's tests Pipe1 and Pipe4 (as above).
    """
    result = balance({"Q2": 99.3, "Q1": 100.3}, {"Q2": 1.91, "Q1": 1.96}, "Q1 = Q2", coverage=0.95)
    np.testing.assert_allclose(result.adjusted, [99.7871, 99.7871], atol=5e-5)
    np.testing.assert_allclose(TWO_SIDED_95 * result.adjusted_errors, 1.36791, rtol=5e-6)
    np.testing.assert_allclose(np.abs(result.z) / TWO_SIDED_95, 0.365399, rtol=5e-6)


@pytest.mark.parametrize(
    ("stated", "printed"),
    [
        ((15, 10, 10), (18, 8, 10)),
        ((4, 8, -1), (5, 6, -1)),
        ((250, 250, 5), (252.5, 247.5, 5)),
    ],
)
def test_accounting_table_of_statistics_canada(
    stated: tuple[float, ...], printed: tuple[float, ...]
) -> None:
    """Revenues - expenses = profits over three quarters, profits not to be altered.

    Seen: Statistics Canada, G-Series 3.0, reference of tsbalancing(), example 1
    (github.com/StatCan/gensol-gseries, docs/en/reference/tsbalancing.md). The variance of a cell
    is its value times its alterability coefficient (Ferland, Fortier and Berube 2016, A
    mathematical optimization approach to balancing time series, JSM Proceedings, 2292-2306).
    """
    revenues, expenses, profits = stated
    result = balance(
        {"revenues": revenues, "expenses": expenses, "profits": profits},
        {"revenues": revenues**0.5, "expenses": expenses**0.5, "profits": 0},
        "revenues - expenses = profits",
    )
    np.testing.assert_allclose(result.adjusted, printed, rtol=1e-12)
    assert list(result.status) == ["redundant", "redundant", "fixed"]


def test_two_way_table_of_statistics_canada() -> None:
    """Sales of cars and vans in three provinces, all margins fixed, and one cell too.

    The five margins are four independent identities.

    Seen: Statistics Canada, G-Series 3.0, reference of tsraking(), example 2 (as above,
    docs/en/reference/tsraking.md), after Dagum and Cholette (2006), Benchmarking, temporal
    distribution, and reconciliation methods for time series, Springer.
    """
    cells = {
        ("cars", "alb"): 12,
        ("cars", "sask"): 14,
        ("cars", "man"): 13,
        ("vans", "alb"): 20,
        ("vans", "sask"): 20,
        ("vans", "man"): 24,
    }
    margins = {"alb": 30, "sask": 31, "man": 32, "cars": 40, "vans": 53}
    values = {f"{a}_{b}": v for (a, b), v in cells.items()}
    errors = {name: value**0.5 for name, value in values.items()} | {"vans_sask": 0}
    identities = [
        " + ".join(f"{a}_{b}" for a, b in cells if margin in (a, b)) + f" = {total}"
        for margin, total in margins.items()
    ]
    result = balance(values, errors, identities)
    printed = [14.31298, 11, 14.68702, 15.68702, 20, 17.31298]
    np.testing.assert_allclose(result.adjusted, printed, atol=5e-6)
    # vans and cars of Saskatchewan are settled by the fixed cell, which leaves two identities
    assert result.status[4] == "fixed"


def test_one_way_table_of_statistics_canada() -> None:
    """Cars and vans to a fixed total.

    Seen: as above, tsraking(), example 1.
    """
    result = balance({"cars": 25, "vans": 5}, {"cars": 5, "vans": 5**0.5}, "cars + vans = 40")
    np.testing.assert_allclose(result.adjusted, [33.33333, 6.666667], atol=5e-6)


PAI_FISHER = [
    "0.5*x1^2 - 0.7*x2 + x3*u1 + x2^2*u1*u2 + 2*x3*u3^2 = 255.8",
    "x1 - 2*x2 + 3*x1*x3 - 2*x2*u1 - x2*u2*u3 = -111.2",
    "x3*u1 - x1 + 3*x2 + x1*u2 - x3*u3^0.5 = 33.57",
    "x4 - x1 - x3^2 + u2 + 3*u3 = 0",
    "x5 - 2*x3*u2*u3 = 0",
    "2*x1 + x2*x3*u1 + u2 - u3 = 126.6",
]


def test_nonlinear_problem_of_pai_and_fisher() -> None:
    """Pai, C. C. D., and Fisher, G. D. (1988), Application of Broyden's method to reconciliation
    of nonlinearly constrained data, AIChE Journal 34(5), 873-876: five measured and three
    unmeasured quantities, six nonlinear identities.

    Seen: identities, measured values and starting point, and the reconciled values, in Edson
    Cordeiro do Valle's collection of benchmark problems from the literature
    (github.com/EDSONCV/dr-ged-benchmarks, pf88_residuals.sci and the two versions of
    nonlin_pf88.sce). There the identities stand without their constants: the constants here are
    those for which the printed reconciled values satisfy the identities, to the printed precision.
    """
    printed = ["4.5124", "5.5819", "1.926", "1.456", "4.8545", "11.07", "0.61467", "2.0504"]
    result = balance(
        dict(zip(["x1", "x2", "x3", "x4", "x5"], [4.4, 5.5, 1.7, 1.6, 5.0], strict=True))
        | {"u1": None, "u2": None, "u3": None},
        dict.fromkeys(["x1", "x2", "x3", "x4", "x5"], 1.0),
        PAI_FISHER,
        start={"u1": 8.0, "u2": 0.7, "u3": 1.8},
    )
    assert [f"{value:.5g}" for value in result.adjusted] == printed


def test_heat_exchanger_with_bypass_of_narasimhan_and_jordache() -> None:
    """Narasimhan, S., and Jordache, C. (2000), Data reconciliation and gross error detection,
    Gulf, example of a heat exchanger with a bypass valve: six flows, four balances, all errors 1.

    Seen: measured flows, variances and balances in the collection of benchmark problems named
    above, P4.sce. The book's table of reconciled flows was not seen. The flows here are worked out
    by hand: with a through the exchanger and b through the bypass the sum of squares is least where
    4a + 2b = 101.91 + 98.88 + 64.45 + 64.20 and 2a + 4b = 101.91 + 98.88 + 34.65 + 36.44.
    """
    balances = [[1, -1, -1, 0, 0, 0], [0, 1, 0, -1, 0, 0], [0, 0, 1, 0, -1, 0], [0, 0, 0, 1, 1, -1]]
    result = balance([101.91, 64.45, 34.65, 64.20, 36.44, 98.88], 1.0, balances)
    a = (4 * 329.44 - 2 * 271.88) / 12
    b = (4 * 271.88 - 2 * 329.44) / 12
    np.testing.assert_allclose(result.adjusted, [a + b, a, b, a, b, a + b], rtol=1e-12)
    np.testing.assert_allclose(result.adjusted, [100.22, 64.5, 35.72, 64.5, 35.72, 100.22])
    # the inverse of [[4, 2], [2, 4]] / 2 gives the variances 2/3 of a and b, and 2/3 of a + b
    np.testing.assert_allclose(result.adjusted_errors**2, [1 / 3] * 6, rtol=1e-12)
