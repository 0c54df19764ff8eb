"""What a screen reader does: hears the events of the accessibility bus, and walks the tree of a program on it.

Run by the system's own Python, which has the bindings of AT-SPI. Each line written is JSON: an event, or the answer to
a line read, which is the name of the program whose tree is wanted.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - only once the version is required

EVENTS = ("object:state-changed:focused", "object:announcement")
# No list of thousands is walked whole.
MOST = 400


def say(record):
    sys.stdout.write(f"{json.dumps(record)}\n")
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
    }


def labels(accessible):
    """What labels an object, which some kinds have in place of a name."""
    relations = accessible.get_relation_set()
    labelling = [relation for relation in relations if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY]
    return [relation.get_target(at).get_name() for relation in labelling for at in range(relation.get_n_targets())]


def walk(accessible):
    children = (accessible.get_child_at_index(at) for at in range(min(accessible.get_child_count(), MOST)))
    below = [walk(child) for child in children if child is not None]
    return {**about(accessible), "labels": labels(accessible), "children": below}


def hear(event):
    kind = event.type.partition(":")[2]
    if kind.startswith("state-changed") and not event.detail1:
        return
    record = {"event": kind.partition(":")[0]}
    if record["event"] == "announcement":
        record = {**record, "text": event.any_data, "politeness": event.detail1}
    try:
        say({**about(event.source), **record})
    except GLib.Error:
        # What told it is gone.
        say(record)


def answer(channel, _condition):
    program_name = channel.readline().strip()
    if not program_name:
        Atspi.event_quit()
        return False
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    programs = (desktop.get_child_at_index(at) for at in range(desktop.get_child_count()))
    match = next((program for program in programs if program is not None and program.get_name() == program_name), None)
    try:
        say({"event": "tree", "tree": match and walk(match)})
    except GLib.Error:
        # Something went while it was looked at.
        say({"event": "tree", "tree": None})
    return True


Atspi.init()
listener = Atspi.EventListener.new(hear)
for wanted_kind in EVENTS:
    listener.register(wanted_kind)
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, answer)
say({"event": "ready"})
Atspi.event_main()
