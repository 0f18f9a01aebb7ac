"""The assistant's part of the sidebar: who answers, with which key, and how."""

from __future__ import annotations

import streamlit as st
from pydantic import SecretStr

from models.language.providers import Provider, models, providers
from tools.chat.types import Options
from tools.errors import PortalError
from tools.ui.chat.models import (
    LOCAL,
    OWN,
    QUOTES,
    QUOTES_TITLE,
    Choice,
    choice,
    engines,
    key_for,
    local_name,
    server_key,
)
from tools.ui.language import _, language, sentence
from tools.ui.theme import plain

SHORT, LONG = 256, 8192  # tokens of an answer
AS_ASKED = "asked"
OWN_WORDS = 4000  # characters of the visitor's own instructions


def model_panel() -> None:
    """Provider, model, address and key."""
    made = choice()
    st.markdown(f"**{_('Who answers')}**")
    offered = {key: engine_title(key) for key in engines()}
    keys = list(offered)
    chosen = st.selectbox(
        _("Who answers"),
        keys,
        index=keys.index(made.provider) if made.provider in offered else 0,
        format_func=offered.__getitem__,
        label_visibility="collapsed",
        key=f"chat.provider.{language()}",
    )
    made.provider = chosen or QUOTES
    entry = made.hosted
    if entry is None:
        own = {
            QUOTES: _("Finds passages of your documents and repeats them word by word. Nothing leaves this machine."),
            LOCAL: _("A model on this machine: {name}.").format(name=plain(local_name())),
        }
        st.caption(own[made.provider])
        return
    if entry.key == OWN:
        _address(made, entry)
    _model(made, entry)
    _key(made, entry)
    where = (made.where or entry.default_address) if entry.key == OWN else entry.title
    if where:
        told = _("Your questions and the passages found for them are sent to {where}.").format(where=plain(where))
        st.caption(f":material/outbound: {told}")


def engine_title(key: str) -> str:
    """What an engine is called on the page."""
    if key == QUOTES:
        return _(QUOTES_TITLE)
    if key == LOCAL:
        return _("This machine's model")
    if key == OWN:
        return _("Own server")
    return next(_(entry.title) for entry in providers() if entry.key == key)


def _address(made: Choice, entry: Provider) -> None:
    typed = st.text_input(
        _("Address of the server"),
        key="chat.address",
        persist_state="session",
        placeholder=entry.default_address or "http://localhost:8000/v1",
        help=_("A server that speaks OpenAI's protocol: vLLM, Ollama, llama.cpp, LM Studio."),
    )
    made.move((typed or "").strip())


def _model(made: Choice, entry: Provider) -> None:
    names = list(_served(made, entry))
    current = made.model or entry.default_model or next(iter(names), "")
    if current and current not in names:
        names.insert(0, current)
    name = st.selectbox(
        _("Model"),
        names,
        index=names.index(current) if current else None,
        key=f"chat.model.{entry.key}.{made.where}",
        accept_new_options=True,
        placeholder=_("Choose or type a model"),
    )
    made.models[entry.key] = (name or "").strip()


def _served(made: Choice, entry: Provider) -> tuple[str, ...]:
    """The models to offer; of a server of one's own that does not answer, or names none, it is said here."""
    if entry.key == OWN and not (made.where or entry.default_address):
        return ()
    key = key_for(made)
    names, failed = _models(entry.key, made.where, bool(key), key)
    if failed:
        st.caption(f":material/cloud_off: {plain(sentence(failed))}")
    elif not names and entry.key == OWN:
        told = _("This server names no models: type the name of one. Should it name some, check the address.")
        st.caption(f":material/help: {told}")
    return names


@st.cache_data(show_spinner=False, ttl=20, max_entries=16, scope="session")
def _models(provider: str, address: str, with_key: bool, _key: SecretStr | None) -> tuple[tuple[str, ...], str]:
    """The models, or why there are none: a server that is down must not be waited for at every click."""
    assert with_key == bool(_key)
    try:
        return models(provider, _key, address), ""
    except PortalError as error:
        return (), str(error)


def _key(made: Choice, entry: Provider) -> None:
    """Which key would be used, in words; a field for one where none is set."""
    if entry.key in made.typed:
        st.caption(f":material/key: {_('Key typed for this visit.')}")
        st.button(_("Forget the key"), icon=":material/key_off:", type="tertiary", on_click=_forget_key, args=(made,))
        return
    if (name := server_key(entry)) and not (entry.key == OWN and made.where):
        told = _("Key from the server's environment ({name}).")
        st.caption(f":material/key: {told.format(name=plain(name))}")
        return
    told = _("Most servers of one's own need no key.") if entry.key == OWN else _("Set {name} or type a key.")
    st.caption(f":material/key_off: {told.format(name=plain(' / '.join(entry.variables)))}")
    field = f"chat.key.{entry.key}.{st.session_state.get('chat.keys_taken', 0)}"
    st.text_input(
        _("Key, for this visit only"),
        type="password",
        key=field,
        autocomplete="off",
        on_change=_take_key,
        args=(made, entry.key, field),
    )


def _forget_key(made: Choice) -> None:
    made.forget_key()
    _models.clear()


def _take_key(made: Choice, provider: str, field: str) -> None:
    """Move a typed key out of its field: the next field is a new, empty one."""
    if typed := str(st.session_state.pop(field, "")).strip():
        made.typed[provider] = SecretStr(typed)
        st.session_state["chat.keys_taken"] = st.session_state.get("chat.keys_taken", 0) + 1
        _models.clear()


def options_panel() -> Options:
    """How to answer."""
    with st.expander(_("Answers"), icon=":material/tune:"):
        only = st.toggle(
            _("Only from my documents"),
            key="chat.only",
            persist_state="session",
            help=_("Says that the documents do not say it rather than answer from what a model knows."),
        )
        spoken = st.selectbox(  # three words side by side do not fit
            _("Language of answers"),
            (AS_ASKED, "en", "hi"),
            format_func={AS_ASKED: _("As asked"), "en": "English", "hi": "हिन्दी"}.__getitem__,
            key="chat.language",
            persist_state="session",
        )
        temperature = st.slider(
            _("Temperature"),
            0.0,
            1.0,
            0.2,
            0.1,
            key="chat.temperature",
            persist_state="session",
            help=_("0 answers alike each time; 1 is freer. Some models ignore it."),
        )
        length = st.select_slider(
            _("Longest answer, in tokens"),
            [SHORT * 2**power for power in range(6)],
            1024,
            key="chat.length",
            persist_state="session",
        )
        own = st.text_area(
            _("Your own instructions"),
            key="chat.system",
            persist_state="session",
            max_chars=OWN_WORDS,
            placeholder=_("For example: answer in short bullet points."),
        )
    # the browser's bounds are not ours: what it sends is bounded again
    return Options(
        min(max(float(temperature), 0.0), 1.0),
        min(max(int(length), SHORT), LONG),
        (own or "").strip()[:OWN_WORDS],
        bool(only),
        language() if spoken not in ("en", "hi") else "hi" if spoken == "hi" else "en",
        spoken not in ("en", "hi"),
    )
