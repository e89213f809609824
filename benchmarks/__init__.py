"""Measures Truceline on public data sets: `python -m benchmarks.run`."""
