"""Given names with the gender they commonly tell, as `data/given_names.toml` lists them."""

import tomllib
from pathlib import Path


def load_given_names(data: Path) -> dict[str, str]:
    """By name, in small letters, the gender it tells: m, f, or x for both."""
    listed = tomllib.loads((data / "given_names.toml").read_text(encoding="utf-8"))
    return {name: gender for gender, names in listed.items() for name in names.split()}
