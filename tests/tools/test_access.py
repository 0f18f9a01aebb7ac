"""Who a token's claims make of a visitor: roles, lists, verified addresses, expiry, and claims of the wrong kind."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.access import (
    EXPIRED,
    LONGEST_NAME,
    NOT_FOR_US,
    NOT_LISTED,
    UNVERIFIED,
    User,
    address,
    ends,
    identities,
    key_of,
    sign_in_key,
    values,
    visitor,
)
from tools.access_rules import Rules
from tools.errors import NotAllowed, PortalError, SignInNeeded

NOW = 1_800_000_000.0
CLIENTS = {"portal"}
GOOD: dict[str, Any] = {
    "iss": "https://login.example.org", "sub": "42", "aud": "portal", "iat": NOW - 60, "exp": NOW + 240,
    "name": "Asha Rao", "email": "Asha@Example.org", "email_verified": True, "preferred_username": "asha-r",
    "realm_access": {"roles": ["ai", "mail"]}, "orgs": [{"preferred_username": "Krishi-Lab", "name": "Evil Org"}],
}  # fmt: skip
STAFF = Rules(staff=frozenset({"@example.org"}))

keys = st.text(alphabet="abcdefgh-_/:", min_size=1, max_size=8)
leaves = st.none() | st.booleans() | st.integers() | st.floats(allow_subnormal=False) | st.text(max_size=20)
anything = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
)


def who(rules: Rules, **changed: Any) -> User:
    return visitor(GOOD | changed, rules, CLIENTS, NOW)


def refusal(rules: Rules, **changed: Any) -> str:
    with pytest.raises(NotAllowed) as caught:
        who(rules, **changed)
    return str(caught.value)


def test_visitor_of_a_listed_domain() -> None:
    found = who(STAFF)
    assert found == User(key_of("https://login.example.org", "42"), "staff", "Asha Rao", "Asha@Example.org", True)
    assert found.key == who(STAFF, email="new@example.org", name="Asha Rao-Sen", iat=NOW - 5).key
    assert "42" not in found.key.removeprefix("user-") or len(found.key) == 37
    assert found.key != who(STAFF, iss="https://other.example.org").key != who(STAFF, sub="43").key


@pytest.mark.parametrize(
    ("rules", "role"),
    [
        (Rules(claim="realm_access.roles", staff_roles=frozenset({"ai"})), "staff"),
        (Rules(claim="realm_access.roles", admin_roles=frozenset({"mail"}), staff_roles=frozenset({"ai"})), "admin"),
        (Rules(claim="realm_access.roles", staff_roles=frozenset({"AI"})), None),
        (Rules(claim="roles", staff_roles=frozenset({"ai"})), None),
        (Rules(claim="orgs.preferred_username", staff_roles=frozenset({"Krishi-Lab"})), "staff"),
        (Rules(admins=frozenset({"asha@example.org"}), staff=frozenset({"*"})), "admin"),
        (Rules(staff=frozenset({"*"})), "staff"),
        (Rules(staff=frozenset({"org:krishi-lab"})), "staff"),
        (Rules(staff=frozenset({"org:evil org"})), None),  # a title that anybody may choose
        (Rules(admins=frozenset({"user:asha-r"})), "admin"),
        (Rules(staff=frozenset({"@rg"})), None),
        (Rules(staff=frozenset({"@mail.example.org", "sha@example.org"})), None),
        (Rules(), None),
    ],
)
def test_role(rules: Rules, role: str | None) -> None:
    if role:
        assert who(rules).role == role
    else:
        assert refusal(rules) == NOT_LISTED.format(who="Asha@Example.org")


@pytest.mark.parametrize("verified", [False, None, "false", "yes", 1.5, [True], {"a": True}])
def test_address_that_is_not_verified_counts_for_nothing_but_by_setting(verified: object) -> None:
    assert refusal(STAFF, email_verified=verified) == UNVERIFIED.format(who="Asha@Example.org")
    trusting = Rules(staff=STAFF.staff, unverified=True)
    assert who(trusting, email_verified=verified).role == "staff"


def test_verified_as_text_counts() -> None:
    assert who(STAFF, email_verified="true").role == "staff"


@pytest.mark.parametrize(
    "email", ["x@evil.com@example.org", "x@evil.com,asha@example.org", "@example.org", "a b@example.org", "*", 5, None]
)
def test_crooked_address_is_none(email: object) -> None:
    assert address({"email": email}) == ""
    assert "not on the list" in refusal(STAFF, email=email)


def test_letters_that_look_alike_are_not_alike() -> None:
    listed = Rules(staff=frozenset({"kiran@example.org", "@strasse.example"}))
    assert refusal(listed, email="\u212airan@example.org")  # the Kelvin sign becomes a k in small letters
    assert refusal(listed, email="x@stra\u00dfe.example")


@pytest.mark.parametrize(
    ("audience", "ours"),
    [("portal", True), (["other", "portal"], True), ("other", False), (["other"], False), (None, False),
     ([["portal"]], False), ({"portal": 1}, False), ("", False)],
)  # fmt: skip
def test_audience(audience: object, ours: bool) -> None:
    if ours:
        assert who(STAFF, aud=audience)
    else:
        assert refusal(STAFF, aud=audience) == NOT_FOR_US


@pytest.mark.parametrize("claim", ["iss", "sub"])
@pytest.mark.parametrize("value", [None, "", 7, ["a"]])
def test_sign_in_that_names_nobody(claim: str, value: object) -> None:
    assert claim in refusal(STAFF, **{claim: value})


@pytest.mark.parametrize(
    ("hours", "issued", "expires", "over"),
    [
        (12, NOW - 60, NOW - 30, False),  # the token's own end is not the visit's
        (12, NOW - 12 * 3600, NOW + 99, True),
        (0.5, NOW - 1799, NOW, False),
        (0.5, NOW - 1801, NOW + 99, True),
        (0, NOW - 60, NOW + 1, False),
        (0, NOW - 60, NOW, True),
        (12, NOW + 3600, NOW + 7200, True),  # from the future
        (12, None, NOW + 99, True),
        (12, "soon", NOW + 99, True),
        (12, True, NOW + 99, True),
        (12, float("nan"), NOW + 99, True),
        (12, float("inf"), NOW + 99, True),
        (12, -1, NOW + 99, True),
        (12, 10**400, NOW + 99, True),
    ],
)
def test_expiry(hours: float, issued: object, expires: float, over: bool) -> None:
    rules = Rules(staff=STAFF.staff, hours=hours)
    if over:
        assert refusal(rules, iat=issued, exp=expires) == EXPIRED
    else:
        assert who(rules, iat=issued, exp=expires).signed_in


def test_one_sign_in_has_one_key_and_the_next_another() -> None:
    assert sign_in_key(GOOD) == sign_in_key(dict(GOOD))
    assert sign_in_key(GOOD) != sign_in_key(GOOD | {"iat": NOW})


def test_name_is_one_short_line() -> None:
    assert who(STAFF, name="Asha\n\u202eRao\x00" + "x" * 500).name == ("Asha Rao " + "x" * 500)[:LONGEST_NAME]
    assert who(STAFF, name={"first": "Asha"}).name == "asha-r"
    assert who(STAFF, name="\n", preferred_username=3).name == "Asha@Example.org"


@given(st.lists(keys, min_size=1, max_size=4), st.text(min_size=1, max_size=12))
def test_dotted_path_finds_what_lies_there(path: list[str], role: str) -> None:
    claims: Any = role
    for name in reversed(path):
        claims = {name: claims}
    assert values(claims, ".".join(path)) == {role}
    assert values({".".join(path): [role, 3, None]}, ".".join(path)) == {role}  # such as https://example.org/roles


@given(anything, st.text(alphabet="ab.", max_size=6))
def test_values_are_texts_whatever_the_claims_are(claims: object, path: str) -> None:
    assert all(isinstance(value, str) and value for value in values(claims, path))


@given(st.dictionaries(st.sampled_from([*GOOD, "roles"]), anything, max_size=6))
def test_hostile_claims_make_no_admin_and_no_crash(changed: dict[str, Any]) -> None:
    rules = Rules(claim="roles.inner", admin_roles=frozenset({"root"}), admins=frozenset({"boss@example.org"}))
    try:
        found = visitor(GOOD | changed, rules, CLIENTS, NOW)
    except PortalError:
        return
    pytest.fail(f"{found} came in with {changed}")


@given(st.dictionaries(st.sampled_from([*GOOD]), anything, max_size=6))
def test_identities_begin_as_they_should(changed: dict[str, Any]) -> None:
    for name in identities(GOOD | changed, unverified=True):
        assert name == "*" or name.startswith(("org:", "user:")) or "@" in name


@given(anything, anything)
def test_end_is_a_number(issued: object, expires: object) -> None:
    assert ends({"iat": issued, "exp": expires}, Rules(), NOW) >= 0.0


def test_refusals_are_of_two_kinds() -> None:
    with pytest.raises(SignInNeeded):
        who(STAFF, aud="other")
    with pytest.raises(NotAllowed) as caught:
        who(Rules())
    assert not isinstance(caught.value, SignInNeeded)
