"""Records of a journal: a torn tail is seen, whatever it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.store.records import record, records_in

PAYLOADS = st.lists(st.binary().map(lambda b: b.replace(b"\n", b"")), max_size=5)


def log(payloads: list[bytes]) -> bytes:
    return b"".join(map(record, payloads))


@given(PAYLOADS)
def test_records_are_read_as_they_were_written(payloads):
    found = records_in(log(payloads))
    assert (list(found.payloads), found.torn) == (payloads, False)


@given(PAYLOADS, st.data())
def test_a_log_cut_anywhere_gives_the_whole_records_before_the_cut(payloads, data):
    whole = log(payloads)
    cut = data.draw(st.integers(0, len(whole)))
    kept = [n for n in range(len(payloads) + 1) if len(log(payloads[:n])) <= cut][-1]
    found = records_in(whole[:cut])
    assert list(found.payloads) == payloads[:kept]
    assert found.torn == (len(log(payloads[:kept])) < cut)


@given(PAYLOADS, st.binary(min_size=1))
def test_nothing_behind_the_records_is_taken_for_one(payloads, rubbish):
    found = records_in(log(payloads) + b"x" + rubbish)
    assert (list(found.payloads), found.torn) == (payloads, True)


@given(PAYLOADS, st.data())
def test_a_changed_byte_never_gives_a_record_that_was_not_written(payloads, data):
    whole = bytearray(log(payloads) or b"x")
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))
    found = list(records_in(bytes(whole)).payloads)
    assert found == payloads[: len(found)]


def test_a_log_of_nul_bytes_holds_nothing():
    assert records_in(bytes(4096)) == records_in(b"\0")
