"""Quantities, identities read from text, and the system they form."""

import ast
import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis.reconcile
from analysis.reconcile import (
    Identity,
    Quantity,
    System,
    identity,
    ratio,
    share,
    stock_balance,
)

INF = math.inf


def sides(text, **values):
    """Value of the identity's sum less its bounds, at the given values."""
    read = identity(text)
    system = System([Quantity(name) for name in values], [read])
    return float(system.sums(list(values.values()))[0]), read.low, read.high


# identities as text, their value reckoned by hand


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("people = households * size", {"people": 12, "households": 3, "size": 5}, (-3, 0, 0)),
        # 0.5*16 - 0.7*2 + 3*10
        (
            "0.5*x1^2 - 0.7*x2 + x3*u1 = 255.8",
            {"x1": 4, "x2": 2, "x3": 3, "u1": 10},
            (36.6, 255.8, 255.8),
        ),
        ("a / b <= 0.1", {"a": 1, "b": 4}, (0.25, -INF, 0.1)),
        ("a + b >= c", {"a": 1, "b": 2, "c": 7}, (-4, 0, INF)),
        ("0 <= a - 2*b <= 1e1", {"a": 5, "b": 1}, (3, 0, 10)),
        ("10 >= a >= 2", {"a": 5}, (5, 2, 10)),
        ("-x**2 = -(y)", {"x": 3, "y": 2}, (-7, 0, 0)),
        ("2 - -x = 3 - 1", {"x": 3}, (3, 0, 0)),
        ("+x = 3 - (x + y)^0", {"x": 3, "y": 1}, (3, 2, 2)),
        ("(a + b)*(a - b) = 0", {"a": 3, "b": 2}, (5, 0, 0)),
        ("(a + 1)^2 / b = 0", {"a": 3, "b": 2}, (8, 0, 0)),
        ("x^0.5 + x^-1 = y^(3/2)", {"x": 4, "y": 1}, (1.25, 0, 0)),
        ("(2*x*y)^-2 = 1", {"x": 1, "y": 0.5}, (1, 1, 1)),
        ("`of 1927: men` / 12 = .5", {"of 1927: men": 24}, (2, 0.5, 0.5)),
        ("людей == 2", {"людей": 4}, (4, 2, 2)),
    ],
)
def test_reads_what_is_written(text, values, expected):
    total, low, high = sides(text, **values)
    assert (total, low, high) == pytest.approx(expected)


def test_like_terms_are_gathered():
    assert identity("x = x/2 + 1").terms == ((0.5, (("x", 1.0),)),)
    assert identity("x*y/x + z = 0").quantities == ("y", "z")
    assert identity("0.1*x + 0.2*x + y = 0.3*x").quantities == ("y",)
    assert identity("3*a*b = b*a + 4").terms == ((2.0, (("a", 1.0), ("b", 1.0))),)


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("a = = b", 5, "expected a name, a number or '('"),
        ("x = 286,000", 8, "found ','"),
        ("a + b", 6, "expected '=', '<=' or '>='"),
        ("", 1, "expected a name"),
        ("2x = 1", 2, "expected an operator"),
        ("(a = 1", 4, "expected ')'"),
        ("a = 1)", 6, "expected an operator"),
        ("a / (b + c) = 1", 3, "name it first"),
        ("(a + b)^0.5 = 1", 8, "name it first"),
        ("(x^2)^0.5 = 1", 6, "belongs to a single quantity"),
        ("x^y = 1", 3, "a power is a number"),
        ("x^2^3 = 1", 4, "needs brackets"),
        ("a < b", 3, "found '<'"),
        ("a = b = c", 7, "second comparison"),
        ("1 <= a >= 0", 8, "second comparison"),
        ("1 <= a <= 2 <= 3", 8, "second comparison"),
        ("a / 0 = 1", 3, "division by zero"),
        ("a / (b - b) = 1", 3, "division by zero"),
        ("1e999 = a", 1, "too large"),
        ("10^400 = a", 3, "too large"),
        ("__import__(os) = 1", 11, "expected an operator"),
        ("a.b = 1", 2, "found '.'"),
        ("`a = 1", 1, "found '`'"),
        ("(" * 60 + "a" + ")" * 60 + " = 1", 51, "nest deeper"),
    ],
)
def test_says_where_and_what_was_expected(text, position, words):
    with pytest.raises(ValueError) as error:
        identity(text)
    assert f"position {position}:" in str(error.value)
    assert words in str(error.value)
    assert repr(text) in str(error.value)


@pytest.mark.parametrize(
    ("text", "position", "told"),
    [
        ("a.b = 1", 2, "expected a name, a number, an operator or a bracket, found '.'"),
        ("x <= y <= 3", 8, "a second comparison needs number <= ... <= number"),
        ("3 <= y <= x", 8, "a second comparison needs number <= ... <= number"),
        ("x^y = 1", 3, "a power is a number"),
        ("x**2**3 = 1", 5, "a power of a power needs brackets"),
        (
            "1/(a + b) = 1",
            2,
            "a sum cannot be divided by or raised to this power; name it first: "
            "total = ... in an identity of its own",
        ),
        ("a/0 = 1", 2, "division by zero"),
        ("0^0*a = 1", 2, "division by zero"),
        (
            "(a*b)^0.5 = 1",
            6,
            "a power that is not a whole number belongs to a single quantity",
        ),
        ("10^400 = a", 3, "the number is too large"),
        # closed ones do not count: 49 left open are the levels 2 to 50, and (b) is one more
        (
            "(b) + " * 60 + "((b) + " * 60 + "a" + ")" * 60 + " = 1",
            699,
            "brackets nest deeper than 50",
        ),
    ],
)
def test_says_in_full_what_is_wrong(text, position, told):
    with pytest.raises(ValueError) as error:
        identity(text)
    assert str(error.value) == f"identity {text!r}: position {position}: {told}"


def test_brackets_side_by_side_do_not_nest():
    assert identity("(a)" + " + (a)" * 60 + " = 61").terms == ((61.0, (("a", 1.0),)),)


@pytest.mark.parametrize("text", ["x = x", "1 = 1", "0*x = 1", "x - x <= 3"])
def test_an_identity_needs_a_quantity(text):
    with pytest.raises(ValueError, match="no quantity is left"):
        identity(text)


@pytest.mark.parametrize(("low", "high"), [(2, 1), (-INF, INF), (INF, INF), (math.nan, 1)])
def test_an_identity_needs_bounds(low, high):
    with pytest.raises(ValueError, match="bound nothing"):
        Identity("i", ((1, (("x", 1),)),), low, high)


names = st.sampled_from(["a", "b", "with space", "год"])
factor = st.tuples(names, st.sampled_from([1, 2, 3, -1, -2, 0.5, -1.5]))
term = st.tuples(
    st.floats(-100, 100).filter(lambda x: abs(x) > 1e-3),
    st.lists(factor, min_size=1, max_size=3).map(tuple),
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(term, min_size=1, max_size=4).map(tuple), st.floats(-5, 5), st.floats(0, 5))
def test_what_is_printed_reads_back_as_the_same(terms, low, width):
    try:
        one = Identity("i", terms, low, low + width)
    except ValueError:  # everything cancelled
        return
    other = identity(str(one))
    quantities = [Quantity(name) for name in ("a", "b", "with space", "год")]
    point = [1.3, 0.7, 2.1, 0.4]
    first, second = (System(quantities, [i]).sums(point)[0] for i in (one, other))
    size = sum(abs(c) * math.prod(3.0 ** abs(p) for _, p in f) for c, f in one.terms)
    assert second == pytest.approx(first, abs=1e-9 * size)
    assert (other.low, other.high) == pytest.approx((one.low, one.high), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("a = b", "a - b = 0"),
        ("-a + 2.5*b <= 1e3", "-a + 2.5*b <= 1000"),
        ("-3*a - b >= -2", "-2 <= -3*a - b"),
        ("-1 <= a / (3*b) <= 4", "-1 <= 0.333333333333*a/b <= 4"),
        ("1/a = 7", "1/a = 7"),
        ("2/(a*b^2) = 7", "2/a/b^2 = 7"),
        ("a^2*b^0.5*`1927 men`^-1.5 = 7", "a^2*b^0.5/`1927 men`^1.5 = 7"),
        ("0.1*a = 1/3", "0.1*a = 0.333333333333"),
    ],
)
def test_prints_an_identity_as_it_may_be_written(text, printed):
    assert str(identity(text)) == printed


def test_names_an_identity_by_its_text_or_as_told():
    assert identity("  a = b ").name == "a = b"
    assert identity("a = b", "same").name == "same"
    assert stock_balance("end", "start").name == "balance of end"
    assert stock_balance("end", "start", name="people").name == "people"
    assert share("a", "b", "c").name == "share of a in b"
    assert share("a", "b", "c", "part").name == "part"
    assert ratio("a", "b", "c").name == "a per b"
    assert ratio("a", "b", "c", "mean").name == "mean"


# the usual identities


def test_stock_balance_share_and_ratio():
    quantities = [Quantity(n) for n in ("end", "start", "born", "died", "came", "left", "fled")]
    flows = stock_balance(
        "end", "start", births="born", deaths="died", inflow="came", outflow=["left", "fled"]
    )
    # 100 + 7 - 5 + 20 - (11 + 13) = 98
    assert System(quantities, [flows]).sums([98, 100, 7, 5, 20, 11, 13]) == pytest.approx([0])
    assert System(quantities, [flows]).sums([99, 100, 7, 5, 20, 11, 13]) == pytest.approx([1])
    three = [Quantity(n) for n in ("a", "b", "c")]
    assert System(three, [share("a", "b", "c")]).sums([3, 12, 0.25]) == pytest.approx([0])
    assert System(three, [ratio("a", "b", "c")]).sums([3, 12, 0.25]) == pytest.approx([0])
    assert share("a", "b", "c").quantities == ("a", "c", "b")


# quantities


def test_kind_follows_from_what_is_given():
    assert Quantity("x").kind == "unknown"
    assert Quantity("x", low=0).kind == "claim"
    assert Quantity("x", best=3).kind == "claim"
    assert Quantity("x", 0, 1, kind="assumption").kind == "assumption"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"low": 2, "high": 1}, "reversed interval"),
        ({"low": "5"}, "low '5' is str, not a number"),
        ({"high": None}, "high None is NoneType, not a number"),
        ({"best": [1]}, "best [1] is list, not a number"),
        ({"best": 1, "error": True}, "error True is bool, not a number"),
        ({"low": 10**400}, "low is too large for a number"),
        ({"low": 1j, "high": "x"}, "low 1j is complex, not a number; high 'x' is str"),
        ({"low": math.nan}, "not a number"),
        ({"low": INF}, "no finite number"),
        ({"high": -INF}, "no finite number"),
        ({"low": 0, "high": 1, "best": 2}, "best 2 lies outside [0, 1]"),
        ({"best": INF}, "best inf"),
        ({"best": 1, "error": -1}, "error -1"),
        ({"error": 1}, "needs the best value"),
        ({"kind": "guess"}, "'guess' is none of claim, assumption, unknown"),
    ],
)
def test_refuses_what_no_quantity_can_be(fields, words):
    with pytest.raises(ValueError) as error:
        Quantity("x", **fields)
    assert "quantity 'x'" in str(error.value)
    assert words in str(error.value)


def test_numbers_of_numpy_are_numbers():
    assert Quantity("x", np.int64(1), np.float32(2)) == Quantity("x", 1, 2)


def test_what_is_no_quantity_or_identity_is_named():
    with pytest.raises(ValueError) as error:
        System([Quantity("a"), "b"], ["a = 1", 5])
    assert str(error.value).splitlines() == [
        "identity 1: 5 is neither text nor an Identity",
        "quantity 1: 'b' is no Quantity",
    ]
    with pytest.raises(ValueError, match=r"^quantity 7: the name 7 is not text$"):
        Quantity(7)
    with pytest.raises(ValueError, match=r"^identity 'i': coefficient '2' is str, not a number$"):
        Identity("i", (("2", (("x", 1),)),))
    with pytest.raises(ValueError, match=r"^identity 'i': power None is NoneType, not a number$"):
        Identity("i", ((2, (("x", None),)),))
    with pytest.raises(ValueError, match=r"^identity 'i': high '3' is str, not a number$"):
        Identity("i", ((2, (("x", 1),)),), 0, "3")
    # one text is one identity
    assert System([Quantity("a")], "a = 1").identities[0].name == "a = 1"


def test_a_system_prints_for_people():
    system = System(
        [Quantity("a<b", 1, 2), Quantity("size", 3, 6, kind="assumption"), Quantity("c")],
        ["`a<b` = size * c"],
    )
    assert repr(system) == "<System: 3 quantities, 1 identity>"
    assert str(system).splitlines() == [
        "a<b   claim       [1, 2]",
        "size  assumption  [3, 6]",
        "c     unknown     (-∞, ∞)",
        "`a<b` = size * c",
    ]
    html = system._repr_html_()
    assert "<td>a&lt;b</td><td>claim</td><td>[1, 2]</td>" in html
    assert "<td>`a&lt;b` = size * c</td>" in html
    many = System([Quantity(f"q{i}", i) for i in range(200)])
    assert many._repr_html_().count("<tr>") == 33  # two heads, thirty rows, how many more
    assert "and 170 more" in many._repr_html_()


@pytest.mark.parametrize("name", ["", "  ", "a`b", "a\nb"])
def test_a_name_is_one_line_without_backticks(name):
    with pytest.raises(ValueError, match="quantity"):
        Quantity(name)


def test_all_faults_of_a_quantity_in_one_error():
    with pytest.raises(ValueError) as error:
        Quantity("x", math.nan, error=INF)
    assert str(error.value) == (
        "quantity 'x': low nan is not a number (an open end is infinite); "
        "error inf is not a finite number of zero or more; "
        "an error needs the best value that it belongs to"
    )


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        (((INF, (("x", 1),)),), "identity 'i': a coefficient or power is not a finite number"),
        (((1, (("x", INF),)),), "identity 'i': a coefficient or power is not a finite number"),
    ],
)
def test_an_identity_is_of_finite_numbers(terms, told):
    with pytest.raises(ValueError) as error:
        Identity("i", terms)
    assert str(error.value) == told
    with pytest.raises(ValueError, match=r"^an identity needs a name$"):
        Identity("", ((1, (("x", 1),)),))


def test_a_quantity_named_twice_in_a_term_has_the_powers_added():
    assert Identity("i", ((2, (("x", 1), ("x", 2))),), 1, 1).terms == ((2.0, (("x", 3.0),)),)


def test_the_columns_of_a_system_cannot_be_written_to():
    system = System([Quantity("x", 1, 2)])
    with pytest.raises(ValueError, match="read-only"):
        system.low[0] = 5


def test_without_identities_there_are_no_sums():
    system = System([Quantity("x", 1, 2), Quantity("y")])
    assert system.sums([1, 2]).shape == (0,)
    assert system.sums(np.ones((5, 3, 2))).shape == (5, 3, 0)
    assert system.jacobian([1, 2]).shape == (0, 2)


def test_a_measurement_may_fall_beyond_a_bound():
    assert Quantity("flow", low=0, best=-0.2, error=0.5).best == -0.2


@pytest.mark.parametrize(
    ("low", "high", "printed"),
    [
        (400_000, INF, "[400,000, ∞)"),
        (-INF, 3400.5, "(-∞, 3,400.5]"),
        (-INF, INF, "(-∞, ∞)"),
        (2, 2, "2"),
        (-1234567.25, 0.1, "[-1,234,567.25, 0.1]"),
        # ten digits, and the same to ten digits is one number
        (1 / 3, 1e20, "[0.3333333333, 1e+20]"),
        (1.00000000001, 1.00000000002, "1"),
        (1e-7, 2e-7, "[1e-07, 2e-07]"),
    ],
)
def test_prints_an_interval_as_readers_know_it(low, high, printed):
    assert str(Quantity("men", low, high)) == f"men in {printed}"


# the system


def test_all_faults_of_a_system_in_one_error():
    with pytest.raises(ValueError) as error:
        System(
            [Quantity("a"), Quantity("a"), Quantity("b")],
            ["a = c + d", "b = +", "a = b", "a = b"],
        )
    lines = str(error.value).splitlines()
    assert lines == [
        "identity 'b = +': position 6: expected a name, a number or '(', found the end",
        "quantity 'a' is given 2 times",
        "identity 'a = b' is given 2 times",
        "identity 'a = c + d' uses what is no quantity: 'c', 'd'",
    ]


def test_slopes_agree_with_small_steps():
    system = System(
        [Quantity(n) for n in "abcd"],
        ["a*b^2/c + 3*c = 4", "a - 2*b = d^0.5", "a*b*c*d = 1", "d^-1.5 <= a"],
    )
    at, step = np.array([1.5, -2.0, 3.0, 0.7]), 1e-6
    slopes = system.jacobian(at).toarray()
    steps = [(system.sums(at + h) - system.sums(at - h)) / (2 * step) for h in step * np.eye(4)]
    assert slopes == pytest.approx(np.array(steps).T, rel=1e-6, abs=1e-6)


def test_slopes_where_a_factor_is_zero():
    """d(xyz) at (0, 2, 3) is (6, 0, 0): nothing may be divided by x."""
    system = System([Quantity(n) for n in "xyz"], ["x*y*z = 1", "x^2 = y"])
    assert system.jacobian([0, 2, 3]).toarray() == pytest.approx(np.array([[6, 0, 0], [0, -1, 0]]))


def test_many_draws_at_once():
    system = System([Quantity("a"), Quantity("b")], ["a*b = 1", "a + b <= 3", "a/b >= 0"])
    draws = np.array([[1.0, 2.0], [3.0, 4.0], [0.5, -2.0]])
    each = np.array([system.sums(draw) for draw in draws])
    assert system.sums(draws) == pytest.approx(each)
    assert each == pytest.approx(np.array([[2, 3, 0.5], [12, 7, 0.75], [-1, -1.5, -0.25]]))


def test_replace_leaves_the_first_system_alone():
    system = System([Quantity("a", 1, 2), Quantity("b", 3, 4)], ["a + b = 5"])
    other = system.replace(Quantity("b", 0, 9))
    assert other.high.tolist() == [2, 9]
    assert system.high.tolist() == [2, 4]
    assert other.identities == system.identities
    with pytest.raises(ValueError, match="no such quantity: 'c', 'd'"):
        system.replace(Quantity("c"), Quantity("d"))


def test_replace_keeps_what_was_reckoned_of_the_identities():
    system = System([Quantity("a", 1, 2), Quantity("b", 3, 4)], ["a + b = 5"])
    assert system.linear and system.sums([1, 2]) == 3
    other = system.replace(Quantity("b", 0, 9))
    assert other.linear and other.sums([1, 2]) == 3
    assert other.index is system.index
    assert other.flat is system.flat


# frames and files


def test_frame_there_and_back():
    system = System(
        [Quantity("a", 1, 2, 1.5, 0.1), Quantity("b"), Quantity("c", 0, kind="assumption")]
    )
    frame = system.to_frame()
    assert frame["best"].isna().tolist() == [False, True, True]
    assert System.from_frame(frame) == system
    assert System.from_frame(pd.DataFrame({"name": ["a"], "low": [None]})).low.tolist() == [-INF]
    tied = System.from_frame(frame, ["a = b", identity("b = c")])
    assert [each.name for each in tied.identities] == ["a = b", "b = c"]


def test_all_faults_of_a_frame_in_one_error():
    frame = pd.DataFrame({"name": ["a", None, "c"], "low": ["x", 1, 2], "high": [1, 2, 1]})
    with pytest.raises(ValueError) as error:
        System.from_frame(frame)
    assert str(error.value).splitlines() == [
        "frame: row 0: low: 'x' is not a number",
        "frame: row 1: name: is empty",
        "frame: row 2: quantity 'c': reversed interval: low 2 > high 1",
    ]
    with pytest.raises(ValueError) as error:
        System.from_frame(pd.DataFrame([[1, 2]], columns=["low", "low"]))
    assert str(error.value).splitlines() == [
        "frame: column 'low' is given 2 times",
        "frame: there is no column 'name'",
    ]


def test_a_column_more_is_ignored_with_a_warning(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("name,low,remark,\na,1,as printed,\nb,2,,x\n", encoding="utf-8")
    with pytest.warns(UserWarning) as told:
        system = System.read_csv(path)
    assert system.quantities == (Quantity("a", 1), Quantity("b", 2))
    ignored = "is ignored: it is none of name, low, high, best, error, kind"
    expected = [f"{path}: column {column!r} {ignored}" for column in ("remark", "")]
    assert [str(each.message) for each in told] == expected
    with pytest.warns(UserWarning, match=r"^frame: column 'remark' is ignored"):
        system = System.from_frame(pd.DataFrame({"name": ["a"], "remark": ["x"], "low": [1]}))
    assert system.quantities == (Quantity("a", 1),)


def test_reads_a_bare_file(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(
        "name,low,high,best,error\npeople,400000,,,\nmen,,5,4,0.5\nsize,,,,\n", encoding="utf-8"
    )
    system = System.read_csv(path, ["people = men * size"])
    assert system.quantities == (
        Quantity("people", low=400_000),
        Quantity("men", high=5, best=4, error=0.5),
        Quantity("size"),
    )
    assert [each.name for each in system.identities] == ["people = men * size"]


def test_reads_a_file_as_a_spreadsheet_saves_it(tmp_path):
    """With a byte order mark, spaces, short rows and a column for the kind."""
    path = tmp_path / "mine.csv"
    path.write_bytes("\ufeffname,low,high,kind\r\nлюди, 4 ,\r\nsize,3,6,assumption\r\n".encode())
    assert System.read_csv(str(path)).quantities == (
        Quantity("люди", low=4),
        Quantity("size", 3, 6, kind="assumption"),
    )


def test_all_faults_of_a_file_in_one_error(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(
        'name,low,high,best,error\na,"1,000",,,\n,1,2,,\nb,2,1,,\nc,1_0,٣,,\n', encoding="utf-8"
    )
    with pytest.raises(ValueError) as error:
        System.read_csv(path)
    assert str(error.value).splitlines() == [
        f"{path}: line 2: low: '1,000' is not a number",
        f"{path}: line 3: name: is empty",
        f"{path}: line 4: quantity 'b': reversed interval: low 2 > high 1",
        f"{path}: line 5: low: '1_0' is not a number",
        f"{path}: line 5: high: '٣' is not a number",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name,low,low\na,1,2\n", "column 'low' is given 2 times"),
        ("low,high\n1,2\n", "there is no column 'name'"),
        ("name,low\na,1,2\n", "line 2: more fields than columns"),
        ("name,low\na,1,2\nb,1,2\n", "columns\n.*mine.csv: line 3: more fields than columns"),
        ('name,low\n"a"b,1\n', "mine.csv: line 2: ',' expected after '\"'"),
        ('name,low\nb,1\n"a,1\nc,1\n', "mine.csv: line 3: unexpected end of data"),
        ('name,low\n"a\r\nb",1\n', r"line 3: quantity 'a\\r\\nb': a name is one line"),
        ("", "there is no column 'name'"),
    ],
)
def test_refuses_a_file_of_another_shape(tmp_path, text, words):
    path = tmp_path / "mine.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=words):
        System.read_csv(path)


def test_the_engine_imports_nothing_of_the_article():
    """It could be lifted out and published alone."""
    for path in Path(analysis.reconcile.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert node.level <= 1, path
                assert node.level == 1 or (node.module or "").split(".")[0] != "analysis", path
            elif isinstance(node, ast.Import):
                assert all(alias.name.split(".")[0] != "analysis" for alias in node.names), path
