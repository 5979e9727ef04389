"""The explicit registry: every rule of the catalogue, one file each, in the order of their codes."""

from importlib import import_module
from pkgutil import iter_modules

from planlint.rules.base import Rule

RULES: dict[str, Rule] = {}
for _name in sorted(module.name for module in iter_modules(__path__) if module.name.startswith("pl")):
    _rule = import_module(f"{__name__}.{_name}").check
    RULES[_rule.code] = _rule
