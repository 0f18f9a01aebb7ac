"""The assistant on the command line.

    python -m tools.chat [--document FILE…] [--provider NAME] [--model NAME]    talk; /help says what can be typed
    python -m tools.chat --ask QUESTION [--document FILE…] --json OUT           one answer

Without a provider the local model of the settings answers, and where there is none the documents' own words. Keys come
from the environment alone. The exit status is 0 unless nothing could be done.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from models.language.types import ChatModel
from tools.chat.aids import Aids
from tools.chat.answering import ask
from tools.chat.conversation import Conversation
from tools.chat.export import to_json, to_markdown
from tools.chat.types import Answer, Library, Options
from tools.documents import Document
from tools.errors import ModelUnavailable, PortalError

HELP: Final = """\
/retry            answer the last question again
/clear            forget the talk; documents stay
/save FILE        keep the talk: .json for programs, anything else as Markdown
/documents        what may be cited
/quit             leave (Ctrl-D too)
Ctrl-C stops an answer. Anything else is a question."""
UNREADABLE: Final = "unreadable"
NOT_WRITTEN: Final = "{path} cannot be written: {reason}."
NO_LOCAL: Final = "No local model is set: name one in PORTAL_LANGUAGE_MODEL, or choose another provider."
ENGINES: Final = ("quotes", "local", "openai", "anthropic", "gemini", "compatible")


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line, parsed."""
    parser = argparse.ArgumentParser(prog="python -m tools.chat", description="Ask a model, or documents alone.")
    parser.add_argument("--ask", metavar="QUESTION", help="one question; without it, a talk")
    parser.add_argument("--document", nargs="+", action="extend", default=[], type=Path, metavar="FILE")
    parser.add_argument("--provider", choices=ENGINES, help="who answers; quotes is the documents' own words")
    parser.add_argument("--model", default="", help="the provider's model; empty for its default")
    parser.add_argument("--address", default="", help="of a server that speaks as OpenAI's does")
    parser.add_argument("--document-only", action="store_true", help="answer from the documents or not at all")
    parser.add_argument("--language", choices=("en", "hi"), default="en", help="of the answers")
    parser.add_argument("--system", default="", metavar="TEXT", help="your own wishes, below the portal's rules")
    parser.add_argument("--temperature", type=float, default=Options.temperature)
    parser.add_argument("--max-tokens", type=int, default=Options.max_tokens, help="the longest answer")
    parser.add_argument("--json", metavar="OUT", help="with --ask: where the answer goes; - is standard output")
    options = parser.parse_args(words)
    if options.json and not options.ask:
        parser.error("--json goes with --ask")
    return options


def chosen(options: argparse.Namespace) -> ChatModel | None:
    """Who answers: the provider of the command line, else the local model of the settings; None for quotes.

    Raises
    ------
    PortalError
        It cannot be had; the sentence says what is missing.
    """
    if options.provider == "quotes":
        return None
    if options.provider in (None, "local"):
        from models.language.local_chat import load_language

        model = load_language()
        if model is None and options.provider:
            raise ModelUnavailable(NO_LOCAL)
        return model
    from models.language.providers import connect

    return connect(options.provider, options.model, address=options.address)


def searched(documents: Sequence[Document]) -> Library | None:
    """The documents, ready to be searched; None where there are none."""
    if not documents:
        return None
    from models.text.embedder import SentenceEmbedder
    from tools.chat.library import DocumentLibrary

    library = DocumentLibrary(SentenceEmbedder())
    for document in documents:
        library.add(document)
    return library


def aids() -> Aids:
    """What answers cost, and the portal's help."""
    from models.language.prices import price
    from tools.chat.help import help_answer

    return Aids(price=price, help=help_answer)


def how(options: argparse.Namespace) -> Options:
    """How to answer, as the command line says."""
    return Options(
        options.temperature, options.max_tokens, options.system, options.document_only, options.language
    )  # fmt: skip


def read(paths: Sequence[Path]) -> Iterator[tuple[Path, Document | str]]:
    """Each file as a document, or why it cannot be read."""
    from tools.documents import read_document

    for path in dict.fromkeys(paths):
        try:
            yield path, read_document(path.name, path.read_bytes())
        except PortalError as error:
            yield path, str(error)
        except OSError as error:
            yield path, f"{path} cannot be opened: {error.strerror}."


def once(options: argparse.Namespace) -> tuple[dict[str, Any], int]:
    """One answer as the contract's object, and the exit status."""
    documents = list(read(options.document))
    failed = [
        {"file": str(path), "status": UNREADABLE, "error": why} for path, why in documents if isinstance(why, str)
    ]
    readable = [each for _, each in documents if isinstance(each, Document)]
    if documents and not readable:
        return {"status": UNREADABLE, "error": failed[0]["error"], "documents": failed, "answer": None}, 1
    model = chosen(options)
    library = searched(readable)
    answering = ask(options.ask, Conversation(), library, model, how(options), aids=aids())
    for piece in answering:
        if not options.json:
            print(piece, end="", flush=True)
    answer = answering.answer
    bad = answer.ended == "error"
    told = {"status": "error" if bad else "answered", **answer.to_dict(), "documents": failed}
    told["error"] = answer.error or None
    return told, int(bad and not answer.text)


def talk(options: argparse.Namespace) -> int:
    """The talk, until it is left."""
    model = chosen(options)
    readable = []
    for path, each in read(options.document):
        print(f"{path}: {each if isinstance(each, str) else f'{len(each.pages)} pages'}", file=sys.stderr)
        readable += [each] if isinstance(each, Document) else []
    library = searched(readable)
    talked = Conversation(documents=[each.name for each in readable])
    print(f"{model.label if model else 'Quotes, no model'} answers. /help says what can be typed.", file=sys.stderr)
    while True:
        try:
            line = input("> ").strip()
        except EOFError:
            return 0
        except KeyboardInterrupt:
            print(file=sys.stderr)
            continue
        if line in ("/quit", "/exit"):
            return 0
        try:
            question = command(line, talked) if line.startswith("/") else line
            if question:
                show(say(question, talked, library, model, options))
        except PortalError as error:
            print(error, file=sys.stderr)


def say(
    question: str, talked: Conversation, library: Library | None, model: ChatModel | None, options: argparse.Namespace
) -> Answer:
    """Answer and print the pieces as they come; Ctrl-C stops the answer."""
    answering = ask(question, talked, library, model, how(options), aids=aids())
    try:
        for piece in answering:
            print(piece, end="", flush=True)
    except KeyboardInterrupt:
        answering.close()
    print()
    return answering.answer


def command(line: str, talked: Conversation) -> str:
    """Do what a line with a slash says; the question to ask again, if any."""
    name, _, rest = line.partition(" ")
    if name == "/retry":
        return talked.regenerate()
    if name == "/clear":
        talked.clear()
    elif name == "/save":
        save(Path(rest.strip() or "talk.md"), talked)
    elif name == "/documents":
        print("\n".join(talked.documents) or "none")
    else:
        print(HELP)
    return ""


def save(path: Path, talked: Conversation) -> None:
    """Write the talk to a file.

    Raises
    ------
    PortalError
        It cannot be written.
    """
    made = to_json if path.suffix == ".json" else to_markdown
    try:
        path.write_text(made(talked.turns, datetime.now().astimezone(), talked.documents), encoding="utf-8")
    except OSError as error:
        raise PortalError(NOT_WRITTEN.format(path=path, reason=error.strerror)) from error
    print(path, file=sys.stderr)


def show(answer: Answer) -> None:
    """What belongs to an answer: where it stands, what to know, who answered."""
    for citation in answer.citations:
        where = citation.tool or f"page {citation.page}"
        print(f"  [{citation.number}] {citation.document}, {where}: “{' '.join(citation.quote.split())}”")
    for suspicion in answer.suspicions:
        print(f"  ! {suspicion.document}, page {suspicion.page} speaks to a machine: “{suspicion.quote}”")
    said = (answer.error, answer.notice, f"{answer.model} · {answer.milliseconds / 1000:.1f} s")
    print("  " + "\n  ".join(line for line in said if line), file=sys.stderr)


def main(words: Sequence[str] | None = None) -> int:
    """Run; 1 when nothing could be done."""
    options = arguments(words)
    try:
        if not options.ask:
            return talk(options)
        told, status = once(options)
    except PortalError as error:
        if not (options.json and options.ask):
            print(error, file=sys.stderr)
            return 1
        told, status = {"status": "error", "error": str(error), "answer": None}, 1
    if not options.json:
        print()
        if told["error"]:
            print(told["error"], file=sys.stderr)
        return status
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    if options.json == "-":
        sys.stdout.write(text)
    else:
        Path(options.json).write_text(text, encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main())
