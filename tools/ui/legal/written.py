"""What a configured language or translation model adds: asked for by a button, checked, struck where it fails."""

from __future__ import annotations

import html

import streamlit as st

from models import cached
from tools.legal.batch import Item
from tools.legal.phrases import say
from tools.legal.result import Result
from tools.legal.rewrite.generate import rewrite
from tools.legal.rewrite.translate import translate_sentences
from tools.legal.types import Language
from tools.settings import settings
from tools.ui.chat.models import chosen_model, model_name
from tools.ui.chat.outbound import say_where_it_goes
from tools.ui.frame import guard
from tools.ui.legal.state import Visit, Written
from tools.ui.theme import plain


def rewritten(visit: Visit, item: Item, result: Result, shown: Language, language: Language) -> None:
    """The summary in the words of a language model; nothing where none is configured."""
    name = model_name()
    if not name or result.extract is None:
        return
    key = f"{item.key}.{shown}"
    say_where_it_goes()
    if key not in visit.written and st.button(
        say("rewrite", language, model=name), icon=":material/neurology:", key=f"legal.rewrite.{key}"
    ):
        with guard(), st.spinner(say("rewriting", language), show_time=True):
            if model := chosen_model():
                told = rewrite(result.extract, result.key_sentences, model, shown)
                visit.written[key] = Written(model.label, model.device, told)
    if written := visit.written.get(key):
        lines = "".join(_line(sentence.text, sentence.struck, language) for sentence in written.sentences)
        st.html(f'<div class="plain-words" lang="{shown}">{lines}</div>')
        st.caption(plain(f"{say('rewritten', language, model=written.label)} ({written.device})"))


def translated(visit: Visit, item: Item, result: Result, language: Language) -> None:
    """The document's English key sentences in Hindi by a translation model; nothing where none is configured."""
    name = settings().translation_model
    if not name or result.language == "hi":
        return
    if item.key not in visit.translations and st.button(
        say("translate", language, model=name), icon=":material/translate:", key=f"legal.translate.{item.key}"
    ):
        with guard(), st.spinner(say("rewriting", language), show_time=True):
            if model := cached.translator():
                visit.translations[item.key] = translate_sentences(result.key_sentences, model), model.label
    if found := visit.translations.get(item.key):
        sentences, label = found
        lines = "".join(_line(sentence.text, sentence.struck, language) for sentence in sentences)
        st.html(f'<div class="plain-words" lang="hi">{lines}</div>')
        st.caption(plain(say("translated", language, model=label)))


def _line(text: str, struck: str, language: Language) -> str:
    if not struck:
        return f"<p>{html.escape(text)}</p>"
    why = html.escape(say("struck", language, why=struck))
    return f'<p class="struck"><s>{html.escape(text)}</s><small>{why}</small></p>'
