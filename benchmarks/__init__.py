"""Speed, memory and proofs that take too long for the test suite; `python -m benchmarks` is the first."""
