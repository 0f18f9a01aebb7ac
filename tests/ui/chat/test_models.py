"""Who answers, and with which key: what is said, what is never shown, what other demos get."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from models.language.providers import provider
from tests.ui.chat.driving import chosen, told
from tools.ui.chat import models


def test_a_provider_without_a_key_says_what_to_set(app: AppTest) -> None:
    app.selectbox(key="chat.provider.en").set_value("openai").run()
    assert "OpenAI needs a key: set OPENAI_API_KEY" in app.warning[0].value.replace("\\", "")
    assert app.chat_input[0].disabled
    app.button(key="chat.quotes").click().run()
    assert not app.warning
    assert chosen(app).provider == "quotes"


def test_a_typed_key_leaves_no_trace_in_widgets_or_the_address(app: AppTest) -> None:
    app.selectbox(key="chat.provider.en").set_value("openai").run()
    field = next(each for each in app.text_input if each.label == "Key, for this visit only")
    field.set_value("sk-secret-key").run()
    assert chosen(app).typed["openai"].get_secret_value() == "sk-secret-key"
    kept = {key: value for key, value in app.session_state.to_dict().items() if key != models.KEY}
    assert "sk-secret-key" not in repr(kept)
    assert "sk-secret-key" not in repr(chosen(app))
    assert "sk-secret-key" not in told(app) + repr(app.query_params)
    assert "Key typed for this visit." in told(app)
    assert not app.chat_input[0].disabled


def test_a_key_of_the_server_is_named_but_not_shown(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-of-the-server")
    app.selectbox(key="chat.provider.en").set_value("anthropic").run()
    assert "Key from the server's environment (ANTHROPIC_API_KEY)." in told(app)
    assert "sk-of-the-server" not in told(app)


def test_the_chosen_model_serves_the_other_demos() -> None:
    """A server of one's own: it is named, and where it is."""

    def draw() -> None:
        import streamlit as st

        from tools.ui.chat.models import Choice, chosen_model, model_name, sent_to

        st.session_state["chat.choice"] = Choice("compatible", {"compatible": "small"}, "http://127.0.0.1:9/v1")
        model = chosen_model()
        assert model is not None
        st.text(f"{model.device}|{model_name()}|{sent_to()}")

    title = provider("compatible").title
    made = AppTest.from_function(draw).run()
    assert not made.exception
    assert made.text[0].value == f"api|small ({title})|http://127.0.0.1:9/v1"
