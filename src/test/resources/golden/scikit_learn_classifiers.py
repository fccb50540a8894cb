#!/usr/bin/python3
"""Writes scikit_learn_classifiers.json: how well scikit-learn's network of the same size does on the same rows.

Debian's python3-sklearn 1.2.1. Each seed splits as data.Split does, with NumPy's RandomState: the samples are shuffled and sorted
by their rank within their class, and the first fifth of that is held out. The inputs are standardised on the other rows.
"""
import csv
import json
import pathlib
import warnings

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

HERE = pathlib.Path(__file__).parent


def read(name):
    rows = list(csv.reader(open(HERE.parent / "data" / f"{name}.csv")))[1:]
    return np.array([[float(cell) for cell in row[:-1]] for row in rows]), np.array([row[-1] for row in rows])


def held_out(labels, share, seed):
    order = np.arange(len(labels))
    np.random.RandomState(seed).shuffle(order)
    seen, place = {}, {}
    for sample in order:
        rank = seen.get(labels[sample], 0)
        seen[labels[sample]] = rank + 1
        place[sample] = (rank + 0.5) / np.sum(labels == labels[sample])
    spread = sorted(order, key=lambda sample: place[sample])
    return sorted(int(sample) for sample in spread[: int(share * len(labels) + 0.5)])


def network(seed):
    return MLPClassifier(
        hidden_layer_sizes=(16, 16), solver="adam", learning_rate_init=0.01, max_iter=1000, random_state=seed)


warnings.simplefilter("ignore", ConvergenceWarning)
figures = {}
for name in ["iris", "wine", "breast_cancer"]:
    x, labels = read(name)
    accuracies = []
    for seed in range(10):
        held = np.isin(np.arange(len(labels)), held_out(labels, 0.2, seed))
        scaler = StandardScaler().fit(x[~held])
        model = network(seed).fit(scaler.transform(x[~held]), labels[~held])
        accuracies.append(model.score(scaler.transform(x[held]), labels[held]))
    figures[name] = {"accuracy": accuracies, "held_out_of_seed_0": held_out(labels, 0.2, 0)}
    print(name, np.mean(accuracies), np.min(accuracies))
x, labels = read("mowers")
scaled = StandardScaler().fit_transform(x)
figures["mowers"] = {
    "accuracy": [network(seed).fit(scaled, labels).score(scaled, labels) for seed in range(10)], "held_out_of_seed_0": []}
print("mowers", np.mean(figures["mowers"]["accuracy"]))
(HERE / "scikit_learn_classifiers.json").write_text(json.dumps(figures, indent=1) + "\n")
