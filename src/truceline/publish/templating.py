"""Templates as the report and the pages both use them."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from truceline.publish import words


def template_environment(package: str) -> Environment:
    """The templates of a package; everything put into them is escaped, and a missing value is an error."""
    env = Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {
        "plural": words.plural,
        "spaced": words.spaced,
        "heading": words.heading,
        "moment": words.say_moment,
    }
    return env
