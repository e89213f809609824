"""Given names with the gender they commonly tell, as `data/given_names.toml` and `data/name_genders.txt` list them."""

import tomllib
from pathlib import Path


def load_given_names(data: Path) -> dict[str, str]:
    """By name, in small letters, the gender it tells: m, f, or x for both; few and common ones, which mark a person."""
    listed = tomllib.loads((data / "given_names.toml").read_text(encoding="utf-8"))
    return {name: gender for gender, names in listed.items() for name in names.split()}


def load_name_genders(data: Path) -> dict[str, str]:
    """The same, m or f, for many more names, which tell the gender of somebody known for a person by other signs."""
    told = {}
    for line in (data / "name_genders.txt").read_text(encoding="utf-8").splitlines():
        gender, *names = line.split()
        if gender != "#":
            told.update(dict.fromkeys(names, gender))
    return told
