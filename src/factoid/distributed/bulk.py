"""Many personas compared by Splink on Spark: the only module that imports that backend."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pyspark.sql import SparkSession
from splink import Linker, SparkAPI
from splink.internals.spark.jar_location import similarity_jar_location

from factoid.identity.bulk import settings_for, table_of
from factoid.identity.engines import Scored
from factoid.identity.profile import Bearer
from factoid.resources import load

_IN_SPARK = (
    (re.compile(r"len\(list_intersect\((\w+), (\w+)\)\)"), r"size(array_intersect(\1, \2))"),
    (re.compile(r"\blist_has_any\("), "arrays_overlap("),
    (re.compile(r"\bjaro_winkler_similarity\("), "jaro_winkler("),
    (re.compile(r"\blen\("), "size("),
    (re.compile(r"(\w+)::VARCHAR"), r"CAST(\1 AS STRING)"),
    (re.compile(r"(\w+)\[1\]"), r"substring(\1, 1, 1)"),
)  #: what the settings say in the words of DuckDB


def jars() -> list[str]:
    """Return the libraries of Java that Spark must be started with: they compare words."""
    return [similarity_jar_location()]


def scored_pairs(session: SparkSession, bearers: Sequence[Bearer]) -> list[Scored]:
    """Return what `factoid.identity.bulk.scored_pairs` does, found and scored on the cluster."""
    api: Any = SparkAPI
    frame = api(spark_session=session, break_lineage_method="persist").register(
        session.createDataFrame(table_of(bearers))
    )
    linker = Linker(frame, spark_settings(len(bearers)), log_level="ERROR", validate_settings=False)
    predicted = linker.inference.predict(threshold_match_weight=float(load("splink_settings")["sure"]))
    rows = predicted.as_spark_dataframe().select("unique_id_l", "unique_id_r", "match_weight").collect()
    scored = ((min(one, two), max(one, two), round(bits, 4)) for one, two, bits in rows)
    return sorted(scored, key=lambda pair: (-pair[2], pair[0], pair[1]))


def spark_settings(personas: int) -> dict[str, Any]:
    """Return the settings of the library's own Splink in the words of Spark's SQL."""
    settings: dict[str, Any] = _in_spark(settings_for(personas))
    return settings


def _in_spark(said: Any) -> Any:
    if isinstance(said, dict):
        dialect = {"sql_dialect": "spark"} if "sql_dialect" in said else {}
        return {name: _in_spark(value) for name, value in said.items()} | dialect
    if isinstance(said, list):
        return [_in_spark(value) for value in said]
    if isinstance(said, str):
        for pattern, words in _IN_SPARK:
            said = pattern.sub(words, said)
    return said
