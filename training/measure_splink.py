"""Measure how much each finding weighs for Splink, on labelled records, and write its settings file.

    .venv/bin/python training/measure_splink.py RECORDS.csv TRUTH.csv [--out FILE]

RECORDS.csv as benchmarks/linkage.py takes it, TRUTH.csv with the columns id, cluster: half of the people of the open
set of historical figures. Needs the extra ``splink``.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

from linkage import persona_of
from script import a_file, options_of, require

from factoid.identity.profile import bearer_of

ABOUT = {
    "what": (
        "Settings of Splink 5 (DuckDB): the findings on two personas, how often each stands between two of one person "
        "(m) and two of different persons (u), from how many bits on two are held for one, and how many others of "
        "the same person there are to each persona."
    ),
    "source": (
        "Written by training/measure_splink.py from half of the people of Splink's open set of historical figures "
        "(25,102 damaged records): m counted from the labels, u from random pairs."
    ),
    "licence": "Apache-2.0",
}
SURE = 1.5  #: bits: chosen on the same half, see docs/explanation/identity.md

EDIT = "damerau_levenshtein({0}_l, {0}_r)"
JARO = "jaro_winkler_similarity({0}_l, {0}_r)"
SHARED = "len(list_intersect(places_l, places_r))"
SLIP = f"length(born_l) = length(born_r) AND {EDIT.format('born')} <= 1"

YEAR_SLIP = "damerau_levenshtein(born_year_l::VARCHAR, born_year_r::VARCHAR) <= 1"


def comparison(column: str, null: str, *levels: tuple[str, str]) -> dict[str, object]:
    """Return a comparison of its levels: what each is called, and its condition."""
    return {
        "output_column_name": column,
        "comparison_levels": [
            {"sql_condition": null, "label_for_charts": "unknown", "is_null_level": True},
            *({"sql_condition": sql, "label_for_charts": label} for label, sql in levels),
            {"sql_condition": "ELSE", "label_for_charts": "different"},
        ],
    }


def missing(column: str) -> str:
    """Return the condition that one of the two does not have it."""
    return f"{column}_l IS NULL OR {column}_r IS NULL"


SETTINGS = {
    "link_type": "dedupe_only",
    "unique_id_column_name": "unique_id",
    "retain_matching_columns": False,
    "retain_intermediate_calculation_columns": False,
    "probability_two_random_records_match": 0.0004,
    "blocking_rules_to_generate_predictions": [
        {
            "blocking_rule": "l.surname_keys = r.surname_keys AND l.given_keys = r.given_keys",
            "arrays_to_explode": ["surname_keys", "given_keys"],
        },
        {"blocking_rule": "l.born = r.born AND l.given_keys = r.given_keys", "arrays_to_explode": ["given_keys"]},
        {"blocking_rule": "l.born = r.born AND l.surname_keys = r.surname_keys", "arrays_to_explode": ["surname_keys"]},
        {
            "blocking_rule": "l.places = r.places AND l.surname_keys = r.surname_keys",
            "arrays_to_explode": ["places", "surname_keys"],
        },
        {
            "blocking_rule": "l.places = r.places AND l.given = r.given AND l.born_year = r.born_year",
            "arrays_to_explode": ["places"],
        },
    ],
    "comparisons": [
        comparison(
            "surname",
            missing("surname"),
            ("one common surname", "spelling_l = spelling_r AND is_common_l"),
            ("one surname", "spelling_l = spelling_r"),
            ("a slip", f"{EDIT.format('surname')} <= 1 AND length(surname_l) > 4"),
            ("alike", f"{JARO.format('surname')} > 0.88 OR list_has_any(surname_keys_l, surname_keys_r)"),
        ),
        comparison(
            "given",
            missing("given"),
            ("one given name", "given_l = given_r AND length(given_l) > 1"),
            ("an initial", "least(length(given_l), length(given_r)) = 1 AND given_l[1] = given_r[1]"),
            ("a form or a slip", f"list_has_any(given_keys_l, given_keys_r) OR {EDIT.format('given')} <= 1"),
        ),
        comparison(
            "born",
            missing("born_year"),
            ("one day", "born_l = born_r"),
            ("a slip in the day", SLIP),
            ("one year", "born_year_l = born_year_r"),
            ("a slip in the year", YEAR_SLIP),
            ("one era", "abs(born_year_l - born_year_r) <= 20"),
        ),
        comparison(
            "died", missing("died_year"), ("one day", "died_l = died_r"), ("one year", "died_year_l = died_year_r")
        ),
        comparison(
            "places",
            "len(places_l) = 0 OR len(places_r) = 0",
            ("three places", f"{SHARED} >= 3"),
            ("two places", f"{SHARED} = 2"),
            ("one place", f"{SHARED} = 1"),
        ),
        comparison(
            "posts", "len(posts_l) = 0 OR len(posts_r) = 0", ("one post", "list_has_any(posts_l, posts_r)")
        ),
        comparison("sex", missing("sex"), ("one sex", "sex_l = sex_r")),
    ],
}  # fmt: skip

# No record of the set says when somebody died: a death weighs what a birth does.
DIED = {"one day": (0.6, 0.00005), "one year": (0.25, 0.004), "different": (0.15, 0.99595)}


def main() -> int:
    """Measure and write."""
    options = options_of(__doc__)
    options.add_argument("records", type=a_file, metavar="RECORDS.csv")
    options.add_argument("truth", type=a_file, metavar="TRUTH.csv")
    options.add_argument("--out", type=Path, default=Path("src/factoid/resources/splink_settings.yaml"))
    given = options.parse_args()
    require("splink", "duckdb", "pyarrow", install='--editable ".[splink]"')
    import duckdb

    from factoid.identity.bulk import linker_of

    with given.truth.open(encoding="utf-8", newline="") as file:
        person_of = {row["id"]: row["cluster"] for row in csv.DictReader(file)}
    with given.records.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    bearers = [bearer_of(persona_of(row)) for row in rows]
    linker = linker_of(
        duckdb.connect(), bearers, SETTINGS, person=[person_of[bearer.id] for bearer in bearers]
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=2e7, seed=1)
    linker.training.estimate_m_from_label_column("person")
    measured = json.loads(json.dumps(linker.misc.save_model_to_json()))
    for found in measured["comparisons"]:
        if found["output_column_name"] == "died":
            for level in found["comparison_levels"]:
                if level["label_for_charts"] in DIED:
                    level["m_probability"], level["u_probability"] = DIED[level["label_for_charts"]]
    sizes = Counter(person_of[bearer.id] for bearer in bearers).values()
    counterparts = round(sum(n * (n - 1) for n in sizes) / len(rows), 1)
    given.out.write_text(
        yaml.safe_dump(
            {"about": ABOUT, "sure": SURE, "counterparts": counterparts, "settings": measured},
            sort_keys=False,
            width=110,
            allow_unicode=True,
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
