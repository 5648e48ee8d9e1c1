#!/usr/bin/env python3
"""Writes the scorecards that ScorecardReferenceTest expects: scikit-learn's figures on small cases.

usage: scorecards.py > ../resources/io/github/warmbatch/evaluation/scorecards.json
Written with scikit-learn 1.2.1 and numpy 1.24.2.
"""
import json
import sys
import warnings

import numpy as np
from sklearn.calibration import calibration_curve
from sklearn.metrics import (accuracy_score, average_precision_score, confusion_matrix, log_loss,
                             precision_recall_curve, recall_score, roc_auc_score)

warnings.filterwarnings("ignore")
random = np.random.default_rng(20180401)


def softmax(logits):
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def top(scores, positive, first):
    """Expected positives among the first: each row's chance to be among them, row by row."""
    found = 0.0
    for score, hit in zip(scores, positive):
        above, equal = (scores > score).sum(), (scores == score).sum()
        found += hit * min(1.0, max(0.0, (first - above) / equal))
    return found


def calibration(positive, scores):
    """Rows, observed and mean predicted of each bin that holds a row, and the expected error."""
    scores = np.clip(scores, 0, 1)
    observed, predicted = calibration_curve(positive, scores, pos_label=1, n_bins=10)
    bins = np.searchsorted(np.linspace(0, 1, 11)[1:-1], scores)
    rows = np.bincount(bins, minlength=10)
    rows = rows[rows > 0]
    error = (rows * np.abs(observed - predicted)).sum() / rows.sum()
    return {"rows": rows.tolist(), "observed": observed.tolist(), "predicted": predicted.tolist()}, error


def curve(positive, scores):
    """Recall and the precision at the highest threshold that reaches it."""
    precision, recall, _ = precision_recall_curve(positive, scores)
    best = {}
    for p, r in zip(precision, recall):
        if r > 0:
            best[r] = max(best.get(r, 0), p)
    return [[r, best[r]] for r in sorted(best)]


def case(name, probabilities, labels, classes, positives=None):
    """One case: the model knows as many classes as there are columns, the labels may have more."""
    rows, known = probabilities.shape
    numbers = list(range(classes))
    wanted = positives if positives is not None else numbers[1:]
    padded = np.hstack([probabilities, np.zeros((rows, classes - known))])
    scores = np.zeros(rows)
    for number in range(known):
        if number in wanted:
            scores = scores + probabilities[:, number]
    positive = np.isin(labels, wanted).astype(int)
    found, taken = top(scores, positive, 100), min(rows, 100)
    bins, error = calibration(positive, scores)
    recalls = recall_score(labels, padded.argmax(axis=1), labels=numbers, average=None)
    expected = {
        "rows": rows,
        "positives": int(positive.sum()),
        "averagePrecision": average_precision_score(positive, scores) if positive.any() else None,
        "baseRate": positive.mean(),
        "accuracy": accuracy_score(labels, padded.argmax(axis=1)),
        "majorityAccuracy": np.bincount(labels).max() / rows,
        "logLoss": log_loss(labels, padded, eps=1e-15, labels=numbers) if classes > 1 else 1e-15,
        "precisionAt100": found / taken,
        "recallAt100": found / positive.sum() if positive.any() else None,
        "confusion": confusion_matrix(labels, padded.argmax(axis=1), labels=numbers).tolist(),
        "precisionAtPositives": top(scores, positive, positive.sum()) / positive.sum() if positive.any() else None,
        "rocAuc": roc_auc_score(positive, scores) if 0 < positive.sum() < rows else None,
        "expectedCalibrationError": error,
        "recalls": [recalls[c] if (labels == c).any() else None for c in numbers],
        "calibration": bins,
        "curve": curve(positive, scores) if positive.any() else [],
    }
    return {
        "name": name,
        "classes": classes,
        "positiveClasses": None if positives is None else positives,
        "labels": labels.tolist(),
        "probabilities": probabilities.tolist(),
        "expected": expected,
    }


def binary(scores):
    return np.column_stack([1 - scores, scores])


def cases():
    rare = (random.random(250) < 0.1).astype(int)
    yield case("random scores", binary(random.random(250)), rare, 2)
    yield case("good scores", binary(np.clip(0.6 * rare + 0.4 * random.random(250), 0, 1)), rare, 2)
    yield case("heavy ties", binary(np.round(0.3 * rare + 0.7 * random.random(250), 1)), rare, 2)
    yield case("all equal", binary(np.full(250, 0.25)), rare, 2)
    yield case("sure and wrong", binary(1.0 - rare), rare, 2)
    yield case("no positives", binary(random.random(120)), np.zeros(120, int), 2)
    yield case("only positives", binary(random.random(120)), np.ones(120, int), 2)
    yield case("fewer rows than the top", binary(np.round(random.random(40), 1)), rare[:40], 2)
    yield case("a single positive row", binary(np.array([0.3])), np.array([1]), 2)
    yield case("a single negative row", binary(np.array([0.3])), np.array([0]), 2)
    yield case("one class", np.ones((30, 1)), np.zeros(30, int), 1)
    many = random.choice(4, 200, p=[0.7, 0.15, 0.1, 0.05])
    logits = random.normal(size=(200, 4)) + 2 * np.eye(4)[many]
    yield case("four classes", softmax(logits), many, 4)
    yield case("four classes, two of them positive", softmax(logits), many, 4, [1, 3])
    yield case("four classes, the first positive", softmax(logits), many, 4, [0])
    yield case("four classes, two of them unknown", softmax(logits[:, :2]), many, 4)
    yield case("four classes, all but one unknown", np.ones((200, 1)), many, 4)


json.dump(list(cases()), sys.stdout, separators=(",", ":"))
sys.stdout.write("\n")
