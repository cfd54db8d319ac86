"""Evaluation: what the reader finds, held against what careful readers wrote down."""

from graph.evaluate.baseline import falls, read_baseline, write_baseline
from graph.evaluate.calibration import Bucket, Judged, by_rule, calibrate, judge, miscalibration
from graph.evaluate.causes import Error, count_causes, errors
from graph.evaluate.figures import FIGURES, Scores
from graph.evaluate.gold import GoldArticle, read_gold
from graph.evaluate.probes import Outcome, Probe, pass_rates, read_probes, try_probe
from graph.evaluate.reported import Identity, Reported, compare, measure_identity, read_reports

__all__ = [
    "FIGURES",
    "Bucket",
    "Error",
    "GoldArticle",
    "Identity",
    "Judged",
    "Outcome",
    "Probe",
    "Reported",
    "Scores",
    "by_rule",
    "calibrate",
    "compare",
    "count_causes",
    "errors",
    "falls",
    "judge",
    "measure_identity",
    "miscalibration",
    "pass_rates",
    "read_baseline",
    "read_gold",
    "read_probes",
    "read_reports",
    "try_probe",
    "write_baseline",
]
