#!/usr/bin/env python3
"""Writes the pickles beside this script, which PandasPickleReaderTest reads.

Run with pandas 1.5.3 and NumPy 1.24 (newer ones write other layouts):

    python3 make_fixtures.py

Nothing is random; each file is a few rows. `types-*` hold one table in each protocol and layout; the
rest hold one peculiarity each.
"""
import copyreg
import datetime
import decimal
import functools
import gzip
import os
import pathlib
import pickle

import numpy as np
import pandas as pd
from pandas.core.internals.blocks import Block, new_block
from pandas.core.internals.managers import BlockManager

HERE = pathlib.Path(__file__).parent


def write(name, content):
    (HERE / name).write_bytes(content)


def types():
    """One column of each type, three rows."""
    days = pd.to_datetime(["2018-04-01 00:00:31", None, "2018-04-02 12:30:00.123456789"])
    return pd.DataFrame(
        {
            "i1": np.array([-128, 0, 127], "i1"),
            "i2": np.array([-300, 0, 300], "i2"),
            "i4": np.array([-70000, 0, 70000], "i4"),
            "i8": np.array([-(2**40), 0, 2**62], "i8"),
            "u1": np.array([0, 1, 255], "u1"),
            "u2": np.array([0, 1, 65535], "u2"),
            "u4": np.array([0, 1, 2**32 - 1], "u4"),
            "u8": np.array([0, 1, 2**63 - 1], "u8"),
            "f2": np.array([0.5, -2.0, np.nan], "f2"),
            "f4": np.array([0.5, -np.inf, np.nan], "f4"),
            "f8": np.array([57.16, 1e300, np.nan], "f8"),
            "b1": np.array([True, False, True]),
            "when": days,
            "zoned": days.tz_localize("UTC"),
            "took": pd.to_timedelta([1, None, -3], unit="s"),
            "object_int": np.array([596, 3156, -5], object),
            "object_text": ["a", None, "ü"],
            "object_mixed": ["a", 3, 2.5],
            "object_float": np.array([1, None, 2.5], object),
            "object_bool": np.array([True, None, False], object),
            "category": pd.Categorical(["x", None, "y"]),
            "grade": pd.Categorical([10, 20, 10]),
            "Int64": pd.array([1, None, 3], "Int64"),
            "Float64": pd.array([1.5, None, 3], "Float64"),
            "boolean": pd.array([True, None, False], "boolean"),
            "string": pd.array(["s", None, "t"], "string"),
        }
    )


def plain():
    """The types that older versions of pandas keep in plain blocks."""
    names = ["i8", "f8", "b1", "when", "object_int", "object_text", "i4"]
    return types()[names]


class OlderPickler(pickle.Pickler):
    """Writes the block manager as pandas did until 1.1, under the name _data."""

    def reducer_override(self, value):
        if isinstance(value, BlockManager):
            axes = list(value.axes)
            blocks = [
                {"values": np.asarray(b.values), "mgr_locs": b.mgr_locs.indexer}
                for b in value.blocks
            ]
            state = (
                axes,
                [b["values"] for b in blocks],
                [value.items[b["mgr_locs"]] for b in blocks],
                {"0.14.1": {"axes": axes, "blocks": blocks}},
            )
            return copyreg.__newobj__, (BlockManager,), state
        if isinstance(value, pd.DataFrame):
            return copyreg.__newobj__, (pd.DataFrame,), {
                "_data": value._mgr, "_typ": "dataframe", "_metadata": [], "attrs": {}}
        return NotImplemented


class PartialPickler(pickle.Pickler):
    """Writes blocks as pandas 1.2 did, through functools.partial(new_block, ndim=2)."""

    def reducer_override(self, value):
        if isinstance(value, Block):
            make = functools.partial(new_block, ndim=2)
            return make, (np.asarray(value.values), value.mgr_locs.indexer)
        return NotImplemented


def dumps(pickler, value, protocol):
    import io

    out = io.BytesIO()
    pickler(out, protocol).dump(value)
    return out.getvalue()


def frame_of(array, names):
    return pd.DataFrame(array, columns=names, copy=False)


class Hostile:
    def __init__(self, callee, *arguments):
        self.parts = callee, arguments

    def __reduce__(self):
        return self.parts


def main():
    for protocol in (2, 3, 4, 5):
        write(f"types-{protocol}.pkl", pickle.dumps(types(), protocol))
        write(f"older-{protocol}.pkl", dumps(OlderPickler, plain(), protocol))
        write(f"partial-{protocol}.pkl", dumps(PartialPickler, plain(), protocol))
    write("zipped.pkl.gz", gzip.compress(pickle.dumps(plain(), 5), mtime=0))

    numbers = np.arange(6, dtype="i8").reshape(3, 2)
    write("order-c.pkl", pickle.dumps(frame_of(np.ascontiguousarray(numbers), ["a", "b"]), 4))
    write("order-fortran.pkl", pickle.dumps(frame_of(np.asfortranarray(numbers), ["a", "b"]), 4))
    objects = numbers.astype(object)
    write("objects-c.pkl", pickle.dumps(frame_of(np.ascontiguousarray(objects), ["a", "b"]), 4))
    write("objects-fortran.pkl", pickle.dumps(frame_of(np.asfortranarray(objects), ["a", "b"]), 4))
    big = numbers.astype(">i8")
    write("big-endian.pkl", pickle.dumps(frame_of(big, ["a", "b"]), 4))
    write("big-endian-5.pkl", pickle.dumps(frame_of(big.astype(">f4"), ["a", "b"]), 5))

    scattered = pd.DataFrame(
        {"a": [1, 2], "b": [0.5, 1.5], "c": [3, 4], "d": [5, 6], "e": [2.5, 3.5]})
    write("scattered.pkl", pickle.dumps(scattered, 4))
    write("reversed.pkl", pickle.dumps(scattered[["e", "d", "c", "b", "a"]], 4))
    write("no-rows.pkl", pickle.dumps(scattered.iloc[:0], 4))
    write("no-columns.pkl", pickle.dumps(pd.DataFrame(index=[1, 2]), 4))
    write("one-row.pkl", pickle.dumps(scattered.iloc[:1], 4))

    dated = scattered.set_index(pd.date_range("2018-04-01", periods=2, freq="D"))
    write("index-dates.pkl", pickle.dumps(dated, 4))
    write("index-text.pkl", pickle.dumps(scattered.set_index(pd.Index(["x", "y"])), 4))
    write("index-multi.pkl", pickle.dumps(scattered.set_index(["a", "b"]), 4))

    times = pd.DataFrame(
        {
            "stamps": np.array([pd.Timestamp("2018-04-01 00:00:31"), pd.NaT], object),
            "datetimes": np.array([datetime.datetime(2018, 4, 1, 1, 2, 3, 4567), None], object),
            "dates": np.array([datetime.date(2018, 4, 1), datetime.date(1969, 12, 31)], object),
            "decimals": np.array([decimal.Decimal("1.50"), None], object),
            "scalars": np.array([np.int64(3), np.float32(0.5)], object),
            "text_and_na": np.array(["x", pd.NA], object),
            "nothing": np.array([None, np.nan], object),
            "long": np.array([2**40, -(2**63)], object),
            "longer": np.array([2**64, 1], object),
        }
    )
    write("objects.pkl", pickle.dumps(times, 4))
    write("objects-2.pkl", pickle.dumps(times, 2))
    write("u8-large.pkl", pickle.dumps(pd.DataFrame({"u8": np.array([1, 2**64 - 1], "u8")}), 4))

    write("columns-numbered.pkl", pickle.dumps(pd.DataFrame([[1, 2]]), 4))
    write("columns-numbers.pkl", pickle.dumps(pd.DataFrame([[1, 2]], columns=[7, 9]), 4))
    write("columns-mixed.pkl", pickle.dumps(pd.DataFrame([[1, 2]], columns=["a", 9]), 4))
    write("columns-twice.pkl", pickle.dumps(pd.DataFrame([[1, 2]], columns=["a", "a"]), 4))
    pairs = pd.MultiIndex.from_tuples([("a", "x"), ("a", "y")])
    write("columns-multi.pkl", pickle.dumps(pd.DataFrame([[1, 2]], columns=pairs), 4))

    write("series.pkl", pickle.dumps(pd.Series([1, 2]), 4))
    write("list.pkl", pickle.dumps([1, 2], 4))
    write("complex.pkl", pickle.dumps(pd.DataFrame({"z": [1j]}), 4))
    write("periods.pkl", pickle.dumps(pd.DataFrame({"p": pd.period_range("2018", periods=1)}), 4))
    write("lists.pkl", pickle.dumps(pd.DataFrame({"l": [1, [2]]}), 4))

    for protocol in (2, 4):
        write(f"hostile-system-{protocol}.pkl", pickle.dumps(Hostile(os.system, "true"), protocol))
        write(f"hostile-eval-{protocol}.pkl", pickle.dumps(Hostile(eval, "1"), protocol))
    cell = np.array([1, Hostile(os.system, "true")], object)
    write("hostile-cell.pkl", pickle.dumps(pd.DataFrame({"a": cell}), 4))


if __name__ == "__main__":
    main()
