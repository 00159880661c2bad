"""Corpora larger than one machine: the stages of the pipeline on Apache Spark. Needs ``factoid[spark]`` and Java 17."""
