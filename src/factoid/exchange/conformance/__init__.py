"""Does a server keep the promises of IPIF 0.3.3? Checks by level, for any server."""

from factoid.exchange.conformance.suite import Check, Result, Verdict, every_check, run_check, run_checks

__all__ = ["Check", "Result", "Verdict", "every_check", "run_check", "run_checks"]
