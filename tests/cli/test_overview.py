def test_it_tells_what_was_done_and_what_is_open(ok, marked):
    ok("verdict", marked, "1", "verified")
    ok("submit", marked, "1")
    found = ok("overview", marked, "--json").json
    assert len(found["weeks"]) == 26
    last = found["weeks"][-1]
    assert (last["marked"], last["judged"], last["approved"], last["sent_back"]) == (1, 1, 0, 0)
    assert 0 <= last["hours_to_verdict"] < 1
    assert last["hours_to_review"] is None
    assert found["people"] == [{"person": "Ada Reed", "states": {"awaiting review": 1}}]
    (waits,) = found["awaiting_review"]
    assert (waits["checker"], waits["statements"]) == ("Ada Reed", 1)
    assert waits["since"].endswith("Z")
    assert found["sent_back"] == []
    assert [(one["statements"], one["ended"]) for one in found["articles"]] == [(1, 0)]


def test_the_table_says_the_same(ok, marked):
    lines = ok("overview", marked, "--weeks", "1").text.splitlines()
    assert lines[1].split()[1:5] == ["1", "0", "0", "0"]
    assert lines[2:] == ["(nobody): to check 1", "0 of 1 done  Harbour bridge opens two years late"]
