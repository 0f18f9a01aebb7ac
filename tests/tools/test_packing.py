"""Types that many threads decode into at once, each for the first time; in a process of its own, which used to end."""

from __future__ import annotations

import subprocess
import sys

import msgspec
import pytest

from tools import packing
from tools.settings import ROOT

MANY = """
import dataclasses, sys, threading
import msgspec
from tools.packing import decode

sys.setswitchinterval(1e-6)

def kind(depth):
    fields = [("number", int), *((f"part{place}", kind(depth - 1)) for place in range(3 if depth else 0))]
    return dataclasses.make_dataclass(f"Kind{depth}", fields)

def value(depth):
    return {"number": depth} | {f"part{place}": value(depth - 1) for place in range(3 if depth else 0)}

data, right = msgspec.msgpack.encode(value(4)), []
for _ in range(20):
    new, together = kind(4), threading.Barrier(6)
    def read():
        together.wait()
        right.append(decode(data, new).part2.part2.part2.part2.number == 0)
    threads = [threading.Thread(target=read) for _ in range(6)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
print(sum(right))
"""


def test_threads_that_meet_a_type_for_the_first_time() -> None:
    ran = subprocess.run([sys.executable, "-c", MANY], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (ran.returncode, ran.stdout.strip()) == (0, "120"), ran.stderr


def test_what_is_something_else_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        packing.decode(msgspec.msgpack.encode("word"), int)
    with pytest.raises(msgspec.DecodeError):
        packing.decode(b"\xc1", int)
