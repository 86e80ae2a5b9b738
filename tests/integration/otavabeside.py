# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a JSON list of {"values", "window", "p", "magnitude"} and prints the change points that Apache Otava finds."""
import json
import sys
import warnings

from otava.analysis import compute_change_points

warnings.simplefilter("ignore")
answers = []
for case in json.load(sys.stdin):
    points, _ = compute_change_points(case["values"], case["window"], case["p"], case["magnitude"])
    answers.append([int(point.index) for point in points])
json.dump(answers, sys.stdout)
