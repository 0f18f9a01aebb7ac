"""Who is looking at the page, asked anew at every call: callbacks and fragments run without the page's frame.

`gate()` stops a page before anything of it is drawn; `user()` goes no further for whoever may not be here, so nothing
is read or kept for them; `fragment` is `st.fragment` behind the same question. A callback runs before its page does:
once a sign-in has ended it may still change the visit's own memory, which the gate then throws away, and whatever
leaves that memory goes through `user()`. Files in memory (`/media/…`) have names that nobody can guess, and an upload
needs a living visit, but neither asks who is there. Without an identity provider everybody may come in.
"""

from __future__ import annotations

import hashlib
import html
import secrets
import time
from collections.abc import Callable, Mapping
from functools import partial, wraps
from pathlib import Path
from typing import Any, Final, NoReturn, ParamSpec, overload

import streamlit as st

from tools.access import ADMINS_ONLY, Role, User, ends, sign_in_key, visitor
from tools.access_rules import BROKEN, Rules, check, providers
from tools.errors import NotAllowed, SignInNeeded, UnsafeSettings
from tools.settings import settings
from tools.translations import N_
from tools.ui.guarding import guard
from tools.ui.language import KEY as LANGUAGE
from tools.ui.language import _
from tools.visits import Visits, Wanted

P = ParamSpec("P")

KEY: Final = "portal.visitor"
BUTTON: Final = "portal.sign_"  # how the keys of the sign-in's buttons begin
HOME: Final = "Home.py"
COOKIE: Final = "_streamlit_user"
XSRF: Final = "_streamlit_xsrf"
LONGEST_WAIT: Final = 24 * 3600.0  # seconds; browsers cannot time more than 24 days
NOBODY: Final = N_("Sign in to use the demos.")
UNREADABLE: Final = N_(
    "Your sign-in was changed, is too old or belongs to another portal, so it does not count. Sign in again."
)
ENDED: Final = N_("You have signed out. Sign in again to go on.")
ROLES: Final[dict[Role, str]] = {"staff": N_("Staff"), "admin": N_("Admin")}


def user() -> User:
    """The visitor; where nobody signs in, the owner of this machine or somebody who is known for this visit alone.

    For a page, a fragment or a callback whose visitor may not be here any more it does not return: the page runs anew,
    and its gate says why.

    Raises
    ------
    NotAllowed
        Only outside of a page's run, where nothing can be shown.
    UnsafeSettings
        The sign-in is not set up safely.
    """
    try:
        return _known()
    except NotAllowed:
        st.rerun()
        raise


def gate(page: str) -> User:
    """The visitor of the file `page`; for anybody else the sign-in screen, and nothing after it runs."""
    try:
        found = _known()
    except NotAllowed as refused:
        _refuse(refused, page)
    if found.signed_in:
        wanted = visits().arrived(browser()) if page == HOME else None
        if wanted and (wanted.page != page or wanted.query):
            st.switch_page(wanted.page, query_params={name: list(parts) for name, parts in wanted.query.items()})
        _wake()
    return found


def admit(found: User, role: Role) -> None:
    """Refuse a visitor whose role does not reach: staff on an admin's page.

    Raises
    ------
    NotAllowed
        Says whom to ask.
    """
    if role == "admin" and not found.admin:
        raise NotAllowed(ADMINS_ONLY)


@overload
def fragment(draw: Callable[P, None]) -> Callable[P, None]: ...
@overload
def fragment(*, run_every: float | None = None) -> Callable[[Callable[P, None]], Callable[P, None]]: ...
def fragment(draw: Callable[P, None] | None = None, *, run_every: float | None = None) -> Any:
    """`st.fragment` for pages of the portal: it draws for nobody whose sign-in has ended since the page was drawn,
    and shows its failures as a page does."""
    if draw is None:
        return partial(_guarded, run_every=run_every)
    return _guarded(draw)


def account(found: User) -> None:
    """The sidebar's lines on who is signed in, with the way out; nothing where nobody signs in."""
    if not found.signed_in:
        return
    email = found.email if found.email != found.name else ""
    with st.container(key="portal-account", gap="small"):
        st.html(f"<b>{html.escape(found.name or found.email)}</b><span>{html.escape(email)}</span>")
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.badge(_(ROLES[found.role]), icon=":material/account_circle:", color="primary" if found.admin else "gray")
            if st.button(_("Sign out"), key=f"{BUTTON}out", icon=":material/logout:", type="tertiary"):
                sign_out()


def sign_out() -> NoReturn:
    """End the sign-in in every tab of this browser, and at the provider where it offers that."""
    visits().end(sign_in_key(st.user.to_dict()))
    visits().arrived(browser())
    _forget()
    st.logout()
    st.stop()


def section() -> Mapping[str, Any] | None:
    """The secrets' `[auth]` section, checked; None where nobody signs in."""
    loaded = st.secrets.load_if_toml_exists()
    if not loaded and any(Path(file).exists() for file in st.get_option("secrets.files")):
        raise UnsafeSettings(BROKEN)  # without this a slip of the pen would open the portal to everybody
    auth = st.secrets.to_dict().get("auth") if loaded else None
    check(settings(), auth)
    return auth


@st.cache_resource(show_spinner=False)
def visits() -> Visits:
    """What this process remembers about browsers."""
    return Visits()


def browser() -> str:
    """A name for this browser, from the random token that Streamlit gives each; empty when it has none."""
    from streamlit.web.server.starlette.starlette_app_utils import decode_xsrf_token_string

    token, _when = decode_xsrf_token_string(st.context.cookies.get(XSRF, ""))
    return hashlib.sha256(token).hexdigest() if token else ""


def begin(provider: str, page: str) -> None:
    """Go to the provider, and remember what the visitor wanted to see."""
    if name := browser():
        query = {part: tuple(st.query_params.get_all(part)) for part in st.query_params}
        before = visits().begun(name)
        visits().begin(name, before if before and page == HOME and not query else Wanted(page, query))
    st.login(provider)


def _known() -> User:
    auth = section()
    return _without_sign_in() if auth is None else _signed_in(auth)


def _without_sign_in() -> User:
    # an address is only told for another machine: on an office network a laptop's colleagues are no owners
    if settings().environment == "development" and not isinstance(st.context.ip_address, str):
        return User("local", "admin")
    if KEY not in st.session_state:
        st.session_state[KEY] = f"visit-{secrets.token_hex(16)}"
    return User(st.session_state[KEY], "staff")


def _signed_in(auth: Mapping[str, Any]) -> User:
    claims = st.user.to_dict()
    if claims.get("is_logged_in") is not True:
        raise SignInNeeded(UNREADABLE if COOKIE in st.context.cookies else NOBODY)
    known = providers(auth)
    provider = known.get(str(claims.get("provider")), {})
    clients = {str(provider["client_id"])} if provider else set()
    found = visitor(claims, Rules.of(settings()), clients, time.time())
    if visits().ended(sign_in_key(claims)):
        raise SignInNeeded(ENDED)
    return found


def _refuse(refused: NotAllowed, page: str) -> NoReturn:
    from tools.ui.sign_in_screen import screen

    _forget()
    screen(refused, page, section() or {})
    st.stop()


def _forget() -> None:
    """What the visit held belongs to nobody now; only the language and the sign-in screen's own buttons stay."""
    for key in [str(key) for key in st.session_state]:
        if not key.startswith((LANGUAGE, BUTTON)):
            del st.session_state[key]


def _guarded(draw: Callable[P, None], run_every: float | None = None) -> Callable[P, None]:
    @wraps(draw)
    def checked(*args: P.args, **kwargs: P.kwargs) -> None:
        user()
        with guard():  # a fragment that runs by itself is outside of its page's frame
            draw(*args, **kwargs)

    drawn: Callable[P, None] = st.fragment(checked, run_every=run_every)
    return drawn


def _wake() -> None:
    """Let a page that stays open ask again when the sign-in ends."""
    now = time.time()
    left = ends(st.user.to_dict(), Rules.of(settings()), now) - now
    _guarded(_nothing, run_every=min(max(left + 0.5, 1.0), LONGEST_WAIT))()


def _nothing() -> None:
    """Drawn where only the question matters."""
