"""The works whose styles are learnt, as works.csv lists them."""

import csv
from dataclasses import dataclass
from pathlib import Path

LIST = Path(__file__).resolve().parent.parent / "works.csv"


@dataclass(frozen=True)
class Work:
    """A line of works.csv. `place` is "main", or "spare" for works that wait to replace a weak one."""

    place: str
    id: str
    title: str
    artist: str
    year: str
    medium: str
    licence: str
    source: str


def read_works(ids: list[str] | None = None, path: Path = LIST) -> list[Work]:
    """All works, or those with the given ids in the given order.

    Raises `SystemExit` with a readable line if an id is not in the list.
    """
    with open(path, newline="", encoding="utf-8") as file:
        works = {row["id"]: Work(**row) for row in csv.DictReader(file)}
    if ids is None:
        return list(works.values())
    if missing := [name for name in ids if name not in works]:
        raise SystemExit(f"{path} has no work called {', '.join(missing)}")
    return [works[name] for name in ids]
