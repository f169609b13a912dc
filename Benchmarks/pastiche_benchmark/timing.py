"""Timing in turns: whatever else the machine does meets all engines alike."""

from dataclasses import dataclass, field
import statistics

from .engines import Engine

TURN_MILLISECONDS = 300
"""About how long an engine has its turn, the first, uncounted run aside."""
MOST_RUNS = 20


@dataclass
class Times:
    """Milliseconds."""

    values: list[float] = field(default_factory=list)

    @property
    def minimum(self) -> float:
        return min(self.values)

    @property
    def median(self) -> float:
        return statistics.median(self.values)


def in_turns(engines: dict[str, Engine], turns: int) -> dict[str, Times]:
    """Lets all engines run in turns. Each turn begins with a run that is not counted: it fills the caches anew."""
    counts = {}
    for name, engine in engines.items():
        engine.run(1)
        (first,) = engine.run(1)
        counts[name] = max(2, min(MOST_RUNS, round(TURN_MILLISECONDS / first)))
    times = {name: Times() for name in engines}
    for _ in range(turns):
        for name, engine in engines.items():
            times[name].values += engine.run(counts[name] + 1)[1:]
    return times
