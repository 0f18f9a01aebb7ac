"""Who answers, and with which key: what is said, what is never shown, what other demos get."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from models.language.providers import clients, provider
from tests.models.language.wire.server import problem, serving
from tests.ui.chat.driving import chosen, told
from tools.errors import ModelUnavailable, NoNetwork
from tools.settings import settings
from tools.ui.chat import models, sidebar


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


def test_one_key_is_forgotten_and_the_others_stay(app: AppTest) -> None:
    for provider_key in ("openai", "anthropic"):
        chosen(app).typed[provider_key] = models.SecretStr("sk-typed")
    app.selectbox(key="chat.provider.en").set_value("openai").run()
    next(button for button in app.button if button.label == "Forget the key").click().run()
    assert set(chosen(app).typed) == {"anthropic"}


def test_another_server_gets_neither_the_last_ones_key_nor_its_models_name(app: AppTest) -> None:
    listed = {"object": "list", "data": [{"id": "first", "object": "model"}]}
    other = {"object": "list", "data": [{"id": "second", "object": "model"}]}
    with serving(problem(200, listed)) as one, serving(problem(200, other)) as two:
        app.selectbox(key="chat.provider.en").set_value("compatible").run()
        app.text_input(key="chat.address").set_value(f"{one.address}/v1").run()
        next(each for each in app.text_input if each.label == "Key, for this visit only").set_value("sk-one").run()
        assert chosen(app).model == "first"
        assert one.asked[-1].headers["authorization"] == "Bearer sk-one"
        app.text_input(key="chat.address").set_value(f"{two.address}/v1").run()
        assert chosen(app).model == "second"
        assert two.asked
        assert not [each for each in two.asked if "sk-one" in each.headers.get("authorization", "")]
    clients.close_all()


def test_a_server_without_a_list_is_asked_once_and_a_name_is_asked_for(app: AppTest) -> None:
    with serving(problem(404, {"detail": "Not Found"})) as server:
        app.selectbox(key="chat.provider.en").set_value("compatible").run()
        app.text_input(key="chat.address").set_value(f"{server.address}/v1").run()
        assert "This server names no models: type the name of one." in told(app)
        assert app.chat_input[0].disabled
        assert "choose or type a model in the sidebar" in told(app)
        app.run()
        assert len(server.asked) == 1
    clients.close_all()


def test_a_server_that_is_down_is_not_waited_for_at_every_click(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def down(provider_key: str, *_: object) -> tuple[str, ...]:
        tried.append(provider_key)
        raise NoNetwork("It cannot be reached: check the address.")

    monkeypatch.setattr(sidebar, "models", down)
    app.selectbox(key="chat.provider.en").set_value("compatible").run()
    app.text_input(key="chat.address").set_value("http://127.0.0.1:9/v1").run()
    app.run()
    assert "It cannot be reached: check the address." in told(app)
    assert tried == ["compatible"]


def test_a_model_that_failed_to_load_is_tried_again() -> None:
    class Preload:
        def __init__(self) -> None:
            self.made: list[Future[int]] = []

        def __call__(self) -> Future[int]:
            if not self.made or self.cleared:
                self.made.append(Future())
                self.cleared = False
            return self.made[-1]

        def clear(self) -> None:
            self.cleared = True

    preload = Preload()
    first = models.loading(preload)
    assert models.loading(preload) is first  # it still loads
    first.set_exception(ModelUnavailable("The weights are missing."))
    second = models.loading(preload)
    second.set_result(7)
    assert second is not first
    assert models.loading(preload) is second


def test_a_model_in_a_folder_is_called_by_its_name_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "kind-chat").mkdir()
    for wanted, shown in ((str(tmp_path / "kind-chat"), "kind-chat"), ("someone/kind-chat", "someone/kind-chat")):
        monkeypatch.setenv("PORTAL_LANGUAGE_MODEL", wanted)
        settings.cache_clear()
        assert models.local_name() == shown
    settings.cache_clear()
