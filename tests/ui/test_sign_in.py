"""The gate in front of every page, without a browser: nothing of a page is drawn for the wrong visitor."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tools.access import ADMINS_ONLY, EXPIRED, NOT_FOR_US
from tools.access_rules import BROKEN, NO_SECRET, NO_SIGN_IN, SHORTEST_SECRET
from tools.settings import ROOT, settings
from tools.ui import sign_in
from tools.ui.sign_in import NOBODY

AUTH = {
    "redirect_uri": "http://localhost:8501/oauth2callback",
    "cookie_secret": "c" * 40,
    "client_id": "portal",
    "client_secret": "secret",
    "server_metadata_url": "http://localhost:9/.well-known/openid-configuration",
}
PAGES = [ROOT / "Home.py", *sorted((ROOT / "pages").glob("*.py"))]


@pytest.fixture(autouse=True)
def rules(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PORTAL_STAFF", "@example.org")
    monkeypatch.setenv("PORTAL_ADMINS", "boss@example.org")
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _: {}))
    settings.cache_clear()
    yield
    settings.cache_clear()


def claims(**changed: Any) -> dict[str, Any]:
    now = int(time.time())
    return {
        "is_logged_in": True, "provider": "default", "iss": "https://login.example.org", "sub": "1", "aud": "portal",
        "iat": now, "exp": now + 300, "name": "Asha Rao", "email": "asha@example.org", "email_verified": True,
    } | changed  # fmt: skip


def opened(app: AppTest, user: dict[str, Any] | None = None, auth: dict[str, Any] | None = AUTH) -> AppTest:
    if auth is not None:
        app.secrets["auth"] = auth
    app.user = user or {}
    return app.run(timeout=30)


def words(app: AppTest) -> str:
    """Everything that a run drew, as text."""
    return " ".join(str(getattr(element, "value", "")) + str(getattr(element, "proto", "")) for element in app)


def draws_a_secret() -> None:
    import streamlit as st

    from tools.ui.frame import page

    with page("resume"):
        st.session_state["seen"] = True
        st.write("the page's own words")


def draws_for_admins() -> None:
    import streamlit as st

    from tools.ui.frame import page

    with page("status"):
        st.write("the page's own words")


def draws_a_fragment() -> None:
    import streamlit as st

    from tools.ui.frame import page
    from tools.ui.sign_in import fragment

    @fragment
    def part() -> None:
        st.button("Again")
        st.write("the fragment's own words")

    with page("resume"):
        part()


def saves_in_a_callback() -> None:
    import streamlit as st

    from tools.ui.frame import page
    from tools.ui.sign_in import user

    def save() -> None:
        user()
        raise AssertionError("saved for somebody who is not there")

    with page("resume"):
        st.button("Save", on_click=save)
        st.write("the page's own words")


def asks_who_is_there() -> None:
    import streamlit as st

    from tools.ui.sign_in import user

    found = user()
    st.write(f"{found.key[:6]} {found.role}")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_page_draws_or_does_anything_before_the_gate(path: Path) -> None:
    app = opened(AppTest.from_file(str(path)))
    assert not app.exception
    assert [button.label for button in app.button] == ["Sign in"]
    assert [part.value for part in app.markdown] == [NOBODY]
    assert [title.value for title in app.title] == [":material/apps: AI demo portal"]
    assert not app.sidebar.markdown


def test_body_runs_for_staff_alone() -> None:
    assert "own words" not in words(opened(AppTest.from_function(draws_a_secret)))
    app = opened(AppTest.from_function(draws_a_secret), claims())
    assert "own words" in words(app)
    assert [button.label for button in app.sidebar.button] == ["Sign out"]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [({"iat": 1}, EXPIRED), ({"aud": "other"}, NOT_FOR_US), ({"provider": "gone"}, NOT_FOR_US),
     ({"is_logged_in": 1}, NOBODY), ({"email": "asha@example.com"}, "not on the list")],
)  # fmt: skip
def test_visit_is_emptied_for_whoever_may_not_be_here(changed: dict[str, Any], sentence: str) -> None:
    app = opened(AppTest.from_function(draws_a_secret), claims())
    assert "seen" in app.session_state
    app.user = claims(**changed)
    app.run()
    assert sentence in words(app)
    assert "own words" not in words(app)
    assert "seen" not in app.session_state


@pytest.mark.parametrize(("email", "drawn"), [("asha@example.org", False), ("boss@example.org", True)])
def test_page_for_admins(email: str, drawn: bool) -> None:
    app = opened(AppTest.from_function(draws_for_admins), claims(email=email))
    assert ("own words" in words(app)) is drawn
    assert [error.value for error in app.error] == ([] if drawn else [ADMINS_ONLY])
    assert [button.label for button in app.sidebar.button] == ["Sign out"]  # with the way to the other pages


def test_fragment_draws_nothing_once_the_sign_in_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(AppTest.from_function(draws_a_fragment), claims())
    assert "fragment's own words" in words(app)
    real = time.time
    monkeypatch.setattr(sign_in.time, "time", lambda: real() + 13 * 3600)
    app.button[-1].click().run()
    assert EXPIRED in words(app)
    assert "fragment's own words" not in words(app)


def test_callback_goes_no_further_once_the_sign_in_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(AppTest.from_function(saves_in_a_callback), claims())
    real = time.time
    monkeypatch.setattr(sign_in.time, "time", lambda: real() + 13 * 3600)
    app.button[-1].click().run()
    assert not app.exception
    assert EXPIRED in words(app)
    assert "own words" not in words(app)


def test_signing_out_ends_the_sign_in_for_good() -> None:
    one = claims(nonce="one")
    app = opened(AppTest.from_function(draws_a_secret), one)
    app.sidebar.button[0].click().run()
    assert "own words" not in words(opened(AppTest.from_function(draws_a_secret), one))
    assert "own words" in words(opened(AppTest.from_function(draws_a_secret), claims(nonce="two")))


def test_provider_that_does_not_answer() -> None:
    app = opened(AppTest.from_function(draws_a_secret), auth={"krishi-id": AUTH} | AUTH | {"client_id": ""})
    assert [button.label for button in app.button] == ["Sign in with Krishi Id"]
    app.button[0].click().run(timeout=30)
    assert "Krishi Id does not answer" in app.error[0].value


def test_without_a_provider_the_owner_is_an_admin_and_nothing_warns(recwarn: pytest.WarningsRecorder) -> None:
    app = opened(AppTest.from_function(asks_who_is_there), auth=None)
    assert app.markdown[0].value == "local admin"
    assert not app.error
    assert not app.warning
    assert not recwarn


def test_open_portal_knows_a_visitor_for_the_visit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_ENVIRONMENT", "production")
    monkeypatch.setenv("PORTAL_OPEN", "true")
    settings.cache_clear()
    app = opened(AppTest.from_function(asks_who_is_there), auth=None)
    assert app.markdown[0].value == "visit- staff"


def test_another_machine_is_no_owner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(st.context), "ip_address", property(lambda _: "203.0.113.7"))
    app = opened(AppTest.from_function(asks_who_is_there), auth=None)
    assert app.markdown[0].value == "visit- staff"


@pytest.mark.parametrize(
    ("environment", "auth", "sentence"),
    [("production", None, NO_SIGN_IN), ("development", AUTH | {"cookie_secret": ""}, NO_SECRET)],
)
def test_unsafe_set_up_shows_one_sentence_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, environment: str, auth: dict[str, Any] | None, sentence: str
) -> None:
    monkeypatch.setenv("PORTAL_ENVIRONMENT", environment)
    settings.cache_clear()
    app = opened(AppTest.from_function(draws_a_secret), auth=auth)
    assert [error.value for error in app.error] == [sentence.format(number=SHORTEST_SECRET)]
    assert "own words" not in words(app)
    assert not app.exception


def test_broken_secrets_file_does_not_open_the_portal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "secrets.toml").write_text("[auth\n")
    monkeypatch.setattr(st, "get_option", lambda name: [str(tmp_path / "secrets.toml")])
    app = opened(AppTest.from_function(draws_a_secret), auth=None)
    assert [error.value for error in app.error] == [BROKEN]
    assert "own words" not in words(app)


def test_space_says_where_to_sign_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPACE_HOST", "krishi-lab-portal.hf.space")
    app = opened(AppTest.from_function(draws_a_secret))
    assert "huggingface.co" in app.caption[0].value
    assert "https://krishi-lab-portal.hf.space/" in words(app)
