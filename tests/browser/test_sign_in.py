"""The portal with sign-in, a real OpenID Connect provider on loopback, a real browser: who sees what, who nothing."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from tests.browser.conftest import PHONE, ROOT, serving, visiting
from tests.oidc.provider import CLIENT, SECRET, Fault, Provider, serve
from tests.ports import free_port
from tools.access import EXPIRED, NAMELESS, NOT_FOR_US
from tools.ui.catalogue import available
from tools.ui.sign_in import COOKIE, ENDED, NOBODY, UNREADABLE
from tools.ui.sign_in_screen import UNFINISHED

COOKIE_SECRET = "only-for-tests-0123456789-0123456789"
HOURS = 12
SLOW = 40_000  # milliseconds: a busy machine
ACCOUNT = ".st-key-portal-account"
PEOPLE: dict[str, dict[str, Any]] = {
    "asha": {
        "name": "Asha Rao",
        "email": "asha@example.org",
        "email_verified": True,
        "realm_access": {"roles": ["ai"]},
    },
    "vikram": {"name": "Vikram Sen", "email": "vikram@example.com", "email_verified": True},
    "meera": {"name": "Meera Das", "email": "meera@example.net", "email_verified": True},
    "rohan": {"name": "Rohan Iyer", "email": "rohan@example.com", "email_verified": False},
}
PAGES = ["/", *(f"/{path.stem}" for path in sorted((ROOT / "pages").glob("*.py")))]
SECRETS_OF_PAGES = [text for demo in available() for text in (demo.promise, demo.does, demo.audience)]


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with serve(PEOPLE, free_port()) as running:
        yield running


@pytest.fixture(autouse=True)
def well_behaved(provider: Provider) -> None:
    provider.fault = ""


@pytest.fixture(scope="module")
def guarded(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a portal that was started from the environment alone and asks everybody to sign in."""
    port = free_port()
    wanted = {
        "NO_PROXY": "127.0.0.1",
        "PORTAL_WORKERS": "1",
        "PORTAL_OIDC_CLIENT_ID": CLIENT,
        "PORTAL_OIDC_CLIENT_SECRET": SECRET,
        "PORTAL_OIDC_METADATA_URL": provider.metadata_url,
        "PORTAL_OIDC_REDIRECT_URI": f"http://127.0.0.1:{port}/oauth2callback",
        "PORTAL_COOKIE_SECRET": COOKIE_SECRET,
        "PORTAL_ROLES_CLAIM": "realm_access.roles",
        "PORTAL_STAFF_ROLES": "ai",
        "PORTAL_ADMINS": "@example.com",
        "PORTAL_SESSION_HOURS": str(HOURS),
    }
    with serving(tmp_path_factory.mktemp("guarded"), wanted, port) as address:
        yield address


@pytest.fixture(scope="module")
def window(browser: Browser, guarded: str) -> Iterator[BrowserContext]:
    """One for all tests: Streamlit's scripts are loaded and compiled once."""
    with visiting(browser, guarded) as context:
        context.set_default_timeout(SLOW)
        yield context


@pytest.fixture
def visitor(window: BrowserContext) -> Iterator[BrowserContext]:
    """Somebody whom the portal has never seen."""
    window.clear_cookies()
    yield window
    for page in window.pages:
        page.close()


@pytest.fixture
def tab(visitor: BrowserContext) -> Page:
    return visitor.new_page()


def sign_in(tab: Page, who: str) -> None:
    tab.get_by_role("button", name="Sign in").click()
    tab.get_by_role("button", name=who).click()


def shut_out(tab: Page, sentence: str) -> None:
    """Only the sign-in screen with `sentence` is there."""
    expect(tab.get_by_text(sentence)).to_be_visible(timeout=SLOW)
    expect(tab.get_by_role("button", name="Sign in")).to_be_visible()
    expect(tab.get_by_role("link", name="Resume screener")).to_have_count(0)
    assert "".join(tab.get_by_test_id("stSidebar").all_inner_texts()).strip() == ""
    expect(tab).to_have_title("Sign in · AI demo portal")
    assert not [text for text in SECRETS_OF_PAGES if text in tab.content()]


def inside(tab: Page, heading: str) -> None:
    expect(tab.get_by_role("heading", name=heading)).to_be_visible(timeout=SLOW)
    expect(tab.get_by_role("button", name="Sign out")).to_be_visible()


def listen(tab: Page) -> list[bytes]:
    """Everything that the server sends over the page's socket, as it comes."""
    heard: list[bytes] = []
    tab.on("websocket", lambda socket: socket.on("framereceived", lambda frame: heard.append(_bytes(frame))))
    return heard


def _bytes(frame: str | bytes) -> bytes:
    return frame.encode() if isinstance(frame, str) else frame


def cookie(guarded: str, provider: Provider, who: str = "asha", **claims: Any) -> dict[str, str]:
    """The cookie of a sign-in, signed as the portal signs it."""
    content = (
        provider.claims(who, nonce="x") | {"origin": guarded, "is_logged_in": True, "provider": "default"} | claims
    )
    value = create_signed_value(COOKIE_SECRET, COOKIE, json.dumps(content)).decode()
    return {"name": COOKIE, "value": value, "url": guarded}


@pytest.mark.parametrize("page", PAGES)
def test_cold_deep_link_shows_and_sends_nothing_but_the_sign_in_screen(tab: Page, page: str) -> None:
    heard = listen(tab)
    tab.goto(page)
    shut_out(tab, NOBODY)
    sent = b"".join(heard)
    assert NOBODY.encode() in sent
    assert not [text for text in SECRETS_OF_PAGES if text.encode() in sent]


def test_sign_in_leads_to_the_page_that_was_wanted_with_its_query(tab: Page, guarded: str) -> None:
    heard = listen(tab)
    tab.goto("/Resume_Screener?note=a&note=b%26c")
    sign_in(tab, "asha")
    inside(tab, "Resume screener")
    expect(tab).to_have_url(f"{guarded}/Resume_Screener?note=a&note=b%26c")
    expect(tab.locator(ACCOUNT)).to_contain_text("Asha Raoasha@example.org")
    expect(tab.locator(ACCOUNT)).to_contain_text("Staff")
    assert [text for text in SECRETS_OF_PAGES if text.encode() in b"".join(heard)]  # so the check above can fail
    tab.goto("/")  # the wish was granted once
    inside(tab, "AI demo portal")


def test_allow_list_makes_an_admin(tab: Page) -> None:
    tab.goto("/")
    sign_in(tab, "vikram")
    inside(tab, "AI demo portal")
    expect(tab.locator(ACCOUNT)).to_contain_text("Admin")


@pytest.mark.parametrize(("who", "why"), [("meera", "not on the list"), ("rohan", "has not verified this address")])
def test_signed_in_but_not_on_the_list(tab: Page, who: str, why: str) -> None:
    tab.goto("/Stock_Analyser")
    sign_in(tab, who)
    expect(tab.get_by_text(f"You are signed in as {PEOPLE[who]['email']}")).to_contain_text(why)
    expect(tab.get_by_test_id("stSidebar")).to_have_count(0)
    assert not [text for text in SECRETS_OF_PAGES if text in tab.content()]
    tab.get_by_role("button", name="Sign out").click()
    shut_out(tab, NOBODY)


def test_sign_out_ends_every_tab_and_every_copy_of_the_cookie(
    visitor: BrowserContext, tab: Page, provider: Provider
) -> None:
    tab.goto("/")
    sign_in(tab, "asha")
    inside(tab, "AI demo portal")
    copies = [found for found in visitor.cookies() if found["name"].startswith(COOKIE)]
    other = visitor.new_page()
    other.goto("/Legal_Summariser")
    inside(other, "Legal summariser")
    tab.get_by_role("button", name="Sign out").click()
    shut_out(tab, NOBODY)
    assert "end" in provider.seen  # the provider was told
    other.get_by_role("radio", name="हिन्दी").first.click()  # any act asks again
    expect(other.get_by_role("heading", name="Legal summariser")).to_have_count(0)
    other.get_by_role("radio", name="English").first.click()
    shut_out(other, ENDED)
    visitor.add_cookies([{"name": str(c["name"]), "value": str(c["value"]), "url": other.url} for c in copies])
    tab.goto("/Legal_Summariser")
    shut_out(tab, ENDED)


def test_sign_in_expires_while_the_page_is_open(visitor: BrowserContext, guarded: str, provider: Provider) -> None:
    def open_with(seconds: float) -> None:
        iat = int(time.time() + seconds) - HOURS * 3600
        visitor.add_cookies([cookie(guarded, provider, iat=iat)])  # type: ignore[list-item]
        tab.goto("/Resume_Screener")
        inside(tab, "Resume screener")

    tab = visitor.new_page()
    begun = time.monotonic()
    open_with(HOURS * 3600)
    open_with(12 + 3 * (time.monotonic() - begun))  # long enough for a machine that is as busy as now
    tab.get_by_role("textbox", name="Job description").fill("Our salary budget is 42 lakh")
    tab.keyboard.press("Control+Enter")
    expect(tab.get_by_text(EXPIRED)).to_be_visible(timeout=SLOW)  # by itself
    shut_out(tab, EXPIRED)
    assert "42 lakh" not in tab.content()
    sign_in(tab, "asha")
    inside(tab, "Resume screener")
    assert "42 lakh" not in tab.content()


def test_expired_sign_in_is_refused_on_arrival(visitor: BrowserContext, guarded: str, provider: Provider) -> None:
    visitor.add_cookies([cookie(guarded, provider, iat=int(time.time()) - HOURS * 3600 - 1)])  # type: ignore[list-item]
    tab = visitor.new_page()
    tab.goto("/Crop_Disease_Detector")
    shut_out(tab, EXPIRED)


@pytest.mark.parametrize("kind", ["another secret", "changed role", "not ours", "another address"])
def test_tampered_cookie(visitor: BrowserContext, guarded: str, provider: Provider, kind: str) -> None:
    good, admin = cookie(guarded, provider), cookie(guarded, provider, "vikram")
    value = {
        "another secret": create_signed_value("x" * 40, COOKIE, json.dumps({"is_logged_in": True})).decode(),
        "changed role": ".".join([admin["value"].rsplit(".", 2)[0], *good["value"].rsplit(".", 2)[1:]]),
        "not ours": "chunks-99",
        "another address": cookie(guarded, provider, origin="https://portal.example.com")["value"],
    }[kind]
    visitor.add_cookies([good | {"value": value}])  # type: ignore[list-item]
    tab = visitor.new_page()
    tab.goto("/Legal_Summariser")
    shut_out(tab, UNREADABLE)


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ("audience", UNFINISHED),
        ("authorized_party", NOT_FOR_US),
        ("issuer", UNFINISHED),
        ("expired", UNFINISHED),
        ("signature", UNFINISHED),
        ("nonce", UNFINISHED),
        ("token_down", UNFINISHED),
        ("nobody", NAMELESS.format(claim="sub")),
    ],
)
def test_wrong_answer_of_the_provider(tab: Page, provider: Provider, fault: Fault, sentence: str) -> None:
    provider.fault = fault
    tab.goto("/Stock_Analyser")
    sign_in(tab, "asha")
    shut_out(tab, sentence)


def test_after_a_refusal_the_next_try_still_leads_to_the_wanted_page(tab: Page, provider: Provider) -> None:
    provider.fault = "denied"
    tab.goto("/Stock_Analyser")
    tab.get_by_role("button", name="Sign in").click()
    shut_out(tab, UNFINISHED)
    provider.fault = ""
    sign_in(tab, "asha")
    inside(tab, "Stock analyser")


def test_provider_that_is_down(tab: Page, provider: Provider) -> None:
    provider.fault = "down"
    tab.goto("/")
    tab.get_by_role("button", name="Sign in").click()
    expect(tab.get_by_text("The provider does not answer, so nobody can sign in right now.")).to_be_visible()
    shut_out(tab, NOBODY)


@pytest.mark.parametrize(
    "address",
    [
        "/?next=https://evil.example/&page=pages/Stock_Analyser.py",
        "/auth/login?provider=forged&next=https://evil.example/",
        "/oauth2callback?code=forged&state=forged",
        "/oauth2callback?error=access_denied&error_description=%3Cscript%3E",
        "/auth/logout?post_logout_redirect_uri=https://evil.example/",
    ],
)
def test_forged_address_leads_nowhere_else(tab: Page, guarded: str, address: str) -> None:
    tab.goto(address)
    shut_out(tab, NOBODY)
    if "next" in address:
        sign_in(tab, "asha")
        inside(tab, "AI demo portal")
    assert tab.url.startswith(f"{guarded}/")


def test_phone_in_hindi(browser: Browser, guarded: str) -> None:
    with visiting(browser, guarded, viewport=PHONE, locale="hi-IN") as context:
        tab = context.new_page()
        tab.goto("/Resume_Screener")
        tab.get_by_role("button", name="साइन इन कीजिए").click()
        tab.get_by_role("button", name="asha").click()
        tab.get_by_test_id("stExpandSidebarButton").click()
        tab.get_by_role("button", name="साइन आउट").click()
        expect(tab.get_by_role("button", name="साइन इन कीजिए")).to_be_visible()
        assert tab.evaluate("document.documentElement.scrollWidth") <= 390
