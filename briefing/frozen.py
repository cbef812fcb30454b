"""`dataclass` for frozen values with slots: the class is made in a quarter of the time, a value in two thirds.

`dataclasses` compiles seven functions for each class, one by one, and a start waited for two hundred classes.
Here three are compiled, together. `replace`, `fields` and `asdict` of `dataclasses` take what is made here.
"""

from __future__ import annotations

import dataclasses
import sys
from dataclasses import MISSING, Field, FrozenInstanceError, field
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass
else:

    def dataclass(**kind: bool) -> Callable[[type], type]:
        """What `dataclasses.dataclass` gives, which makes all kinds but the one of this module itself."""
        return _made if kind == {"frozen": True, "slots": True} else dataclasses.dataclass(**kind)


__all__ = ["dataclass"]

_KIND = dataclasses._FIELD  # type: ignore[attr-defined]  # noqa: SLF001 - how `dataclasses` knows a field
Fields = dict[str, "Field[Any]"]


def _made(plain: Any) -> Any:
    if any(_is_rare(value) for value in vars(plain).values()):
        return dataclasses.dataclass(frozen=True, slots=True)(plain)
    own = dict(plain.__dict__)
    declared = _inherited(plain) | _declared(own)
    held = {slot for base in plain.__mro__[1:] for slot in getattr(base, "__slots__", ())}
    own |= {
        "__slots__": tuple(name for name in declared if name not in held),
        "__dataclass_fields__": declared,
        "__match_args__": tuple(declared),
        "__setattr__": _refused,
        "__delattr__": _refused,
        "__qualname__": plain.__qualname__,
    }
    made = type(plain)(plain.__name__, plain.__bases__, _common(own))
    for name, function in _compiled(made, declared).items():
        function.__qualname__ = f"{plain.__qualname__}.{name}"
        if name not in own:
            setattr(made, name, function)
    return made


def _is_rare(value: object) -> bool:
    """Whether a field is told what only `dataclasses` knows."""
    return isinstance(value, Field) and (
        value.kw_only is True or not (value.init and value.repr) or value.hash is not None
    )


def _common(own: dict[str, Any]) -> dict[str, Any]:
    """The members of the class, with those that need no compiling, without what slots replace."""
    shared = {"__repr__": _told, "__getstate__": _state, "__setstate__": _set_state}
    return shared | {name: value for name, value in own.items() if name not in ("__dict__", "__weakref__")}


def _inherited(plain: type) -> Fields:
    found: Fields = {}
    for base in reversed(plain.__mro__[1:]):
        found |= base.__dict__.get("__dataclass_fields__", {})
    return found


def _declared(own: dict[str, Any]) -> Fields:
    """The fields a class names itself; their defaults leave its members, where the slots will be."""
    return {n: _field(n, kind, own.pop(n, MISSING)) for n, kind in own.get("__annotations__", {}).items()}


def _field(name: str, kind: Any, default: Any) -> Field[Any]:
    made: Field[Any] = default if isinstance(default, Field) else field(default=default)
    made.name, made.type = name, kind
    made._field_type = _KIND  # type: ignore[attr-defined]  # noqa: SLF001 - `fields` asks for it
    return made


def _compiled(made: type, declared: Fields) -> dict[str, Any]:
    """`__init__`, `__eq__` and `__hash__`, compiled in one go. Names with two underscores are not a field's."""
    known = {f"__set_{name}": getattr(made, name).__set__ for name in declared} | {"__missing": MISSING}
    heads, lines = [], []
    for name, said in declared.items():
        if said.default is not MISSING:
            known[f"__default_{name}"] = said.default
            heads.append(f"{name}=__default_{name}")
        elif said.default_factory is not MISSING:
            known[f"__make_{name}"] = said.default_factory
            heads.append(f"{name}=__missing")
            lines.append(f"if {name} is __missing: {name} = __make_{name}()")
        else:
            heads.append(name)
        lines.append(f"__set_{name}(self, {name})")
    compared = [name for name, said in declared.items() if said.compare]
    mine, theirs = (f"({''.join(f'{who}.{n},' for n in compared)})" for who in ("self", "other"))
    text = _TEXT.format(
        known=",".join(known), heads=",".join(("self", *heads)), lines="\n  ".join(lines or ["pass"]),
        mine=mine, theirs=theirs,
    )  # fmt: skip
    space: dict[str, Any] = {}
    exec(text, vars(sys.modules[made.__module__]), space)  # noqa: S102 - names of our own fields
    init, equal, hashed = space["__make"](*known.values())
    init.__annotations__ = {name: said.type for name, said in declared.items()} | {"return": "None"}
    return {"__init__": init, "__eq__": equal, "__hash__": hashed}


_TEXT = """
def __make({known}):
 def __init__({heads}):
  {lines}
 def __eq__(self, other):
  return {mine} == {theirs} if other.__class__ is self.__class__ else NotImplemented
 def __hash__(self):
  return hash({mine})
 return __init__, __eq__, __hash__
"""


def _refused(self: object, name: str, *_: object) -> NoReturn:
    message = f"{type(self).__name__} is frozen: {name!r} stays as it is"
    raise FrozenInstanceError(message)


def _told(self: object) -> str:
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in _names(self))
    return f"{type(self).__qualname__}({values})"


def _names(value: object) -> tuple[str, ...]:
    names: tuple[str, ...] = type(value).__match_args__  # type: ignore[attr-defined]  # `_made` has set it
    return names


def _state(self: object) -> list[Any]:
    return [getattr(self, name) for name in _names(self)]


def _set_state(self: object, state: list[Any]) -> None:
    for name, value in zip(_names(self), state, strict=True):
        object.__setattr__(self, name, value)
