"""The command line: `./waymark check`, `ask`, `explain`, `train`, `run`."""
