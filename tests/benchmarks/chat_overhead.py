"""What the portal adds to the official clients of hosted models: time to the first word, and words a second.

Each client reads the same answers from one server on this machine, bare and through the portal in turn, so that a busy
neighbour disturbs both alike. The server runs in a process of its own and sends whole answers at once: what is measured
is the reading. Medians; the difference is the median of the pairs' differences.

    OMP_NUM_THREADS=1 python -m tests.benchmarks.chat_overhead [--rounds 41] [--pieces 2000]
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import time
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any, Final

from pydantic import SecretStr

from models.language.providers import clients, connect
from models.language.providers.transport import http_client
from models.language.types import Message
from tests.models.language.wire.dialects import DIALECTS, KEY, Dialect
from tests.models.language.wire.server import Pause, Script, serving
from tools.settings import settings

MOST_MILLISECONDS: Final = 5.0
MOST_SHARE: Final = 0.03
QUESTION: Final = "Who is the applicant?"
Ask = Callable[[], Iterator[str]]


def serve(dialect: Dialect, pieces: int, address: Any) -> None:
    """Serve for ever, in a process of its own: all pieces in one write."""
    whole = b"".join(dialect.piece("word ") for _ in range(pieces))
    steps = [step for step in dialect.start() if isinstance(step, bytes)]
    ends = [step for step in dialect.end() if isinstance(step, bytes)]
    with serving(Script([b"".join(steps) + whole + b"".join(ends)])) as server:
        address.put(server.address)
        time.sleep(Pause(3600).seconds)


def bare(dialect: Dialect, address: str) -> Ask:
    """The official client as its own documentation has it."""
    if dialect.provider == "anthropic":
        from anthropic import Anthropic

        anthropic = Anthropic(api_key=KEY, base_url=address, http_client=http_client(), max_retries=0)

        def messages() -> Iterator[str]:
            for event in anthropic.messages.create(
                model=dialect.model,
                max_tokens=512,
                messages=[{"role": "user", "content": QUESTION}],
                stream=True,
            ):
                if event.type == "content_block_delta" and event.delta.type == "text_delta":
                    yield event.delta.text

        return messages
    if dialect.provider == "gemini":
        from google.genai import Client
        from google.genai.types import HttpOptions

        google = Client(api_key=KEY, http_options=HttpOptions(base_url=address, httpx_client=http_client()))

        def generate() -> Iterator[str]:
            for chunk in google.models.generate_content_stream(model=dialect.model, contents=QUESTION):
                for candidate in chunk.candidates or ():
                    for part in (candidate.content.parts if candidate.content else None) or ():
                        yield part.text or ""

        return generate
    from openai import OpenAI

    openai = OpenAI(api_key=KEY, base_url=f"{address}/v1", http_client=http_client(), max_retries=0)

    def responses() -> Iterator[str]:
        for event in openai.responses.create(model=dialect.model, input=QUESTION, stream=True):
            if event.type == "response.output_text.delta":
                yield event.delta

    def completions() -> Iterator[str]:
        for chunk in openai.chat.completions.create(
            model=dialect.model, messages=[{"role": "user", "content": QUESTION}], stream=True
        ):
            if chunk.choices and (text := chunk.choices[0].delta.content):
                yield text

    return responses if dialect.name == "responses" else completions


def through(dialect: Dialect, address: str) -> Ask:
    """The portal's `stream`."""
    suffix = "/v1" if dialect.provider in ("openai", "compatible") else ""
    model = connect(dialect.provider, dialect.model, SecretStr(KEY), address + suffix)
    return lambda: model.stream([Message("user", QUESTION)])


def measure(ask: Ask, pieces: int) -> tuple[float, float]:
    """(milliseconds to the first piece, seconds of this thread's own time for the pieces after it)."""
    began = time.perf_counter()
    answer = ask()
    next(answer)
    first = time.perf_counter() - began
    worked = time.thread_time()
    count = 1 + sum(1 for _ in answer)
    seconds = time.thread_time() - worked
    assert count == pieces, (count, pieces)
    return 1000 * first, seconds


def compare(dialect: Dialect, pieces: int, rounds: int) -> None:
    """One line of the table."""
    context = multiprocessing.get_context("spawn")
    address = context.Queue()
    server = context.Process(target=serve, args=(dialect, pieces, address), daemon=True)
    server.start()
    try:
        where = address.get(timeout=60)
        ways = (bare(dialect, where), through(dialect, where))
        for ask in ways * 2:
            measure(ask, pieces)
        rows = [tuple(measure(ask, pieces) for ask in ways[:: 1 if number % 2 else -1]) for number in range(rounds)]
    finally:
        server.kill()
        server.join()
        clients.close_all()
    pairs = [row if number % 2 else row[::-1] for number, row in enumerate(rows)]
    theirs, ours = (median(pair[side][0] for pair in pairs) for side in (0, 1))
    later = median(pair[1][0] - pair[0][0] for pair in pairs)
    share = median(pair[1][1] / pair[0][1] for pair in pairs) - 1
    rates = [(pieces - 1) / median(pair[side][1] for pair in pairs) for side in (0, 1)]
    well = later < MOST_MILLISECONDS and share < MOST_SHARE
    print(f"{dialect.name:12}{theirs:10.2f}{ours:10.2f}{later:+9.2f}", end="")
    print(f"{rates[0]:12,.0f}{rates[1]:12,.0f}{100 * share:+8.1f} %  {'' if well else 'over'}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=41)
    parser.add_argument("--pieces", type=int, default=2000)
    given, _ = parser.parse_known_args()
    print(f"{given.rounds} rounds of {given.pieces:,} pieces, bare client and portal in turn")
    print(f"{'':12}{'first piece, ms':>20}{'':9}{'pieces a second':>24}")
    print(f"{'':12}{'bare':>10}{'portal':>10}{'added':>9}{'bare':>12}{'portal':>12}{'added':>10}")
    gc.freeze()
    for dialect in DIALECTS:
        os.environ["PORTAL_OPENAI_API"] = "chat" if dialect.name == "chat" else "responses"
        settings.cache_clear()
        compare(dialect, given.pieces, given.rounds)
    print(f"wanted: under {MOST_MILLISECONDS:g} ms and under {100 * MOST_SHARE:g} % more time a piece")


if __name__ == "__main__":
    main()
