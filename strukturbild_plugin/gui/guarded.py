"""Guards what Qt and QGIS call: an error in a slot or an overridden method is told, and never leaves it.

PyQt ends the process when an error leaves Python code that it called and nobody has a hook for such errors; a slot of a
layer that has just been deleted, or the undo() of a command, has done so. `tools/lint/slot_rule.py` proves that nothing
in gui stands outside: slots are connected as `signal.connect(guarded(slot))`, and a class that derives from one of Qt's
or QGIS's is decorated with `@guarded`.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from types import FunctionType, MethodType
from typing import Any, TypeVar, cast

ErrorListener = Callable[[Exception, str], bool]
"""Takes an error and the name of what failed; whether it has been told."""
Guarded = TypeVar("Guarded")
_GUARD = "_strukturbild_guard"
_listeners: list[ErrorListener] = []
_answering: list[tuple[object, str]] = []
"""Whose inherited methods are just being asked."""


def listen(listener: ErrorListener) -> None:
    """From now on this one is told of errors; without any, they go where they went."""
    _listeners.append(listener)


def stop_listening(listener: ErrorListener) -> None:
    """This one is told no more."""
    if listener in _listeners:
        _listeners.remove(listener)


def guarded(what: Guarded) -> Guarded:
    """The same slot, or class with overridden methods, from which no error gets out; it can be disconnected again.

    A bound method stays one (of the same object, so that Qt disconnects it when that is deleted). A signal, or a
    method of Qt's own, is given back as it is: no Python runs in it.
    """
    guard: object = what
    if isinstance(what, type):
        _guard_overrides(what)
    elif isinstance(what, MethodType):
        guard = MethodType(_guarded_function(what.__func__), what.__self__)
    elif isinstance(what, (FunctionType, functools.partial)):
        guard = _guarded_function(what)
    return cast(Guarded, guard)


def _guard_overrides(cls: type) -> None:
    theirs = next((base for base in cls.__mro__[1:] if base.__module__.startswith(("PyQt", "qgis."))), None)
    for name, method in list(vars(cls).items()):
        if isinstance(method, FunctionType) and not name.startswith("__") and hasattr(theirs, name):
            returns_nothing = method.__annotations__.get("return") in (None, "None")
            inherited = None if returns_nothing else functools.partial(_inherited, cls, name)
            setattr(cls, name, _guarded_function(method, inherited))


def _inherited(cls: type, name: str, owner: object, *arguments: Any) -> Any:
    """What the class would have answered without our method; None when it must be ours."""
    if (owner, name) in _answering:  # an abstract method, which came back to ours
        return None
    _answering.append((owner, name))
    try:
        return getattr(super(cls, owner), name)(*arguments)
    except NotImplementedError:
        return None
    finally:
        _answering.pop()


def _guarded_function(function: Callable[..., Any], otherwise: Callable[..., Any] | None = None) -> Callable[..., Any]:
    """`function` in a guard; `otherwise` answers Qt when it has failed."""
    made = getattr(function, _GUARD, None)
    if made is not None:
        return cast("Callable[..., Any]", made)
    most, name = _most_arguments(function), getattr(function, "__qualname__", "")

    @functools.wraps(function)
    def guard(*arguments: Any, **named: Any) -> Any:
        try:
            return function(*arguments[:most], **named)
        except Exception as error:
            if not any(listener(error, name) for listener in reversed(_listeners)):
                raise
            return otherwise(*arguments) if otherwise is not None else None

    setattr(guard, _GUARD, guard)
    if name and not name.endswith("<lambda>"):  # a lambda would keep what it holds alive
        setattr(function, _GUARD, guard)  # disconnecting finds the same
    return guard


def _most_arguments(function: Callable[..., Any]) -> int | None:
    """How many of a signal's arguments a slot takes: PyQt, which leaves the rest out, sees but the guard."""
    if not isinstance(function, FunctionType) or function.__code__.co_flags & inspect.CO_VARARGS:
        return None
    return function.__code__.co_argcount
