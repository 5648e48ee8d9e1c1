#!/usr/bin/env python3
"""Makes small pandas files in the form of the tutorial's: two days and a hold-out of made-up transactions.

Run in this directory, with pandas 1.5: python3 make_fixtures.py
"""
import numpy as np
import pandas as pd

ROWS = 60
rng = np.random.default_rng(20180401)


def day(index):
    seconds = np.sort(rng.integers(0, 86400, ROWS)) + index * 86400
    amount = np.round(rng.gamma(2, 40, ROWS), 2)
    scenario = np.where(amount > 150, 1, np.where(rng.random(ROWS) < 0.05, 2 + index % 2, 0))
    frame = pd.DataFrame({
        "TRANSACTION_ID": np.arange(ROWS) + index * ROWS,
        "TX_DATETIME": pd.Timestamp("2018-04-01").value + seconds * 10**9,
        "CUSTOMER_ID": rng.integers(0, 20, ROWS),
        "TERMINAL_ID": rng.integers(0, 40, ROWS),
        "TX_AMOUNT": amount,
        "TX_TIME_SECONDS": seconds,
        "TX_TIME_DAYS": np.full(ROWS, index),
        "TX_FRAUD": (scenario > 0).astype(np.int64),
        "TX_FRAUD_SCENARIO": scenario.astype(np.int64),
    })
    for column in ("CUSTOMER_ID", "TERMINAL_ID", "TX_TIME_SECONDS", "TX_TIME_DAYS"):
        frame[column] = frame[column].astype(object)
    return frame


for index, name in enumerate(["2018-04-01", "2018-04-02", "test_dataset"]):
    day(index).to_pickle(name + ".pkl", protocol=4)
