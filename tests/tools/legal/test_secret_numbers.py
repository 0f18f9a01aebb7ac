from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.legal.secret_numbers import merged, plain_digits, secret_numbers

SECRET = [
    # telephones
    "9876543210",
    "98765 43210",
    "98765-43210",
    "987 654 3210",
    "9 8 7 6 5 4 3 2 1 0",
    "98.76.54.32.10",
    "+91 9876543210",
    "+91-98765-43210",
    "+919876543210",
    "(+91) 98765 43210",
    "91 9876543210",
    "09876543210",
    "0091 98765 43210",
    "९८७६५४३२१०",
    "९८७६५ ४३२१०",
    "98765\n43210",
    "9876543 210",
    "98765O4321",
    "Mob. 98765 4321 0",
    "Mobile No. : 9876 543210",
    "मोबाइल नंबर 9876 543210",
    "Phone 2234567",
    "दूरभाष: 0141-2234567",
    "0141-2234567",
    "Ph. No. 0731 2456789",
    "9876543210/9123456780",
    # UID
    "1234 5678 9012",
    "2345-6789-0123",
    "234567890123",
    "२३४५ ६७८९ ०१२३",
    "2345\n6789\n0123",
    "2345.6789.0123",
    "Aadhaar No. 23 45 67 89 01 23",
    "आधार संख्या 234567 890123",
    "UID: 2345 6789 0123",
    # papers
    "Passport No. Z 1234567",
    "Z1234567",
    "PAN ABCDE1234F",
    "ABCDE1234F",
    "PAN No. ABCDE 1234 F",
    "Voter ID ABC1234567",
    "Driving licence RJ14 20110012345",
    # money
    "A/c No. 12345678901",
    "account number 1234 5678 9012 34",
    "खाता संख्या 32145678",
    "4111 1111 1111 1111",
    "4111111111111111",
    "31234567890123",
    # addresses
    "ram.kumar@example.com",
    "ram@example.co.in",
    "ram @ gmail . com",
    "ram@\ngmail.com",
    "ram(at)example(dot)com",
    "ramkumar@okaxis",
    "9876543210@paytm",
    "9876543210 @ ybl",
]
OPEN = [
    "FIR No. 0134/2021 dated 08.03.2021",
    "FIR No. 134 of 2021",
    "CNR No. MPBP010012342021",
    "CNR: DLSE010012342021",
    "W.P.(C) 1234/2021",
    "CRL.M.C. 1187/2021 & CRL.M.A. 2345/2021",
    "Bail Application No. 9876543210/2021",
    "Sections 420, 467, 468, 471, 120B IPC",
    "u/s 420/467/468/471/120B",
    "धारा 147 148 149 323 504 506",
    "on 08.03.2021 at 17:30",
    "08-03-2021 09-03-2021 10-03-2021",
    "12/03/2021 14:20 12/03/2021 15:30",
    "Rs. 98,76,54,321/-",
    "₹9876543210",
    "रु. 9876543210",
    "Rs. 16,93,880",
    "RJ14 CA 1234",
    "UP 32 AB 1234",
    "DL 8C AB 1234",
    "Jaipur 302001",
    "2019 2020 2021 2022",
    "1 2 3 4 5 6 7 8 9 10 11 12",
    "2021:DHC:1234",
    "(2014) 9 SCC 1",
    "AIR 1973 SC 1461",
    "IMEI No. 356789012345678",
    "Ram @ Pappu and Mohan @ Monu",
    "राम @ पप्पू",
    "Ram @ Pappu. In the court",
    "GD No. 023 at 14:20",
    "Section 376(2)(n) IPC and 5(l)/6 POCSO Act, 2012",
    "paragraph 12 of AIR 2014 SC 1234",
    "House No. 12, Ward 4, Sector 15, 110001",
    "मु0अ0सं0 123/2024",
    "S.T. No. 12 of 2021 page 3 of 14",
    "aged 45 years, 3 km north",
]


@pytest.mark.parametrize("text", SECRET)
def test_covers(text: str) -> None:
    for whole in (text, f"and {text} was given", f"({text}),"):
        digits = {at for at, sign in enumerate(whole) if sign.isdecimal()}
        covered = {at for start, end in secret_numbers(whole) for at in range(start, end)}
        assert digits <= covered, [whole[start:end] for start, end in secret_numbers(whole)]
        assert covered


@pytest.mark.parametrize("text", OPEN)
def test_leaves_alone(text: str) -> None:
    assert [text[start:end] for start, end in secret_numbers(text)] == []


def test_covers_the_number_and_nothing_around_it() -> None:
    text = "Mobile: 9876543210\n12. First Information 2021"
    assert [text[start:end] for start, end in secret_numbers(text)] == ["9876543210"]
    text = "FIR 134/2021 of 08.03.2021, Mob 98765 43210, age 45"
    assert [text[start:end] for start, end in secret_numbers(text)] == ["98765 43210"]


def test_plain_digits_keep_the_length() -> None:
    assert plain_digits("९८७O65") == "987065"
    assert plain_digits("৯৮") == "98"
    assert len(plain_digits("अ९ O 9")) == 6


def test_merges_overlaps() -> None:
    assert merged([(5, 9), (0, 3), (2, 4), (8, 12)]) == [(0, 4), (5, 12)]


@given(st.text(alphabet="0123456789 .-\n()/@+९०OA", max_size=200))
def test_spans_are_in_order_and_inside(text: str) -> None:
    last = 0
    for start, end in secret_numbers(text):
        assert last <= start < end <= len(text)
        last = end


@given(st.integers(6_000_000_000, 9_999_999_999), st.sampled_from(["", " ", "-"]), st.booleans())
def test_every_mobile_number_is_covered(number: int, sign: str, devanagari: bool) -> None:
    digits = str(number)
    text = f"{digits[:5]}{sign}{digits[5:]}"
    if devanagari:
        text = text.translate(str.maketrans("0123456789", "०१२३४५६७८९"))
    assert secret_numbers(f"call {text} now") == [(5, 5 + len(text))]


@pytest.mark.parametrize("piece", ["1 ", "9", "@", "a@", "A1", "1-", "Mob ", "PAN A ", "12.03."])
def test_hostile_text_is_no_secret(piece: str) -> None:
    assert secret_numbers(piece * 1000) == []
