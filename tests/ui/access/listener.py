"""What a screen reader does: hears the events of the accessibility bus, and walks the tree of a program on it.

Run by the system's own Python, which has the bindings of AT-SPI. Each line written is JSON: an event, or the answer to
a line read, which is the name of the program whose tree is wanted.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - only once the version is required

EVENTS = ("object:state-changed:focused", "object:announcement", "window:activate")
# No list of thousands is walked whole.
MOST = 400


def say(told):
    sys.stdout.write(f"{json.dumps(told)}\n")
    sys.stdout.flush()


def about(accessible):
    # Names change, and not every change is told to whoever listens to a few events alone.
    accessible.clear_cache()
    states = accessible.get_state_set()
    return {
        "name": accessible.get_name() or "",
        "role": accessible.get_role_name(),
        "description": accessible.get_description() or "",
        "focusable": states.contains(Atspi.StateType.FOCUSABLE),
        "showing": states.contains(Atspi.StateType.SHOWING),
        "focused": states.contains(Atspi.StateType.FOCUSED),
    }


def walk(accessible):
    children = (accessible.get_child_at_index(at) for at in range(min(accessible.get_child_count(), MOST)))
    return {**about(accessible), "children": [walk(child) for child in children if child is not None]}


def hear(event):
    told = {"event": event.type}
    if event.type.startswith("object:announcement"):
        told |= {"text": event.any_data, "politeness": event.detail1}
    elif event.type.startswith("object:state-changed") and not event.detail1:
        return
    try:
        say({**told, **about(event.source)})
    except GLib.Error:
        # What told it is gone.
        say(told)


def answer(channel, _condition):
    name = channel.readline().strip()
    if not name:
        Atspi.event_quit()
        return False
    desktop = Atspi.get_desktop(0)
    programs = (desktop.get_child_at_index(at) for at in range(desktop.get_child_count()))
    say({"tree": next((walk(program) for program in programs if program and program.get_name() == name), None)})
    return True


Atspi.init()
listener = Atspi.EventListener.new(hear)
for kind in EVENTS:
    listener.register(kind)
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, answer)
say({"event": "ready"})
Atspi.event_main()
