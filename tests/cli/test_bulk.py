from tests.cli.test_shapes import fits

BULK = {"done": int, "left_out": list}


def states(ok, desk):
    return [each["state"] for each in ok("statements", desk, "--json").json]


def test_one_thing_is_done_to_all_of_a_view(ok, marked):
    ok("verdict", marked, 1, "verified")
    found = ok("bulk", marked, "--view", "order=age", "--submit", "--json").json
    assert fits(found, BULK)
    assert (found["done"], states(ok, marked)[0]) == (1, "awaiting review")
    assert all("without a verdict" in each["why"] for each in found["left_out"])
    waiting = ("bulk", marked, "--view", "state=awaiting+review")
    own = ok(*waiting, "--approve").text.splitlines()
    assert own[0] == "0 done, 1 left out"
    assert "You gave this verdict" in own[1]
    assert ok(*waiting, "--approve", "--as", "Jon Park").text == "1 done, 0 left out"
    assert states(ok, marked)[0] == "approved"
    ok("undo", marked)
    assert states(ok, marked)[0] == "awaiting review"
    ok(*waiting, "--send-back", "--reason", "No source.", "--as", "Jon Park")
    assert states(ok, marked)[0] == "sent back"


def test_assigning_due_dates_and_tags(ok, marked):
    count = len(states(ok, marked))
    everything = ("bulk", marked, "--view", "")
    for what in (("--assign", "Mia Torres"), ("--due", "26 Nov 2030"), ("--priority", "high")):
        assert ok(*everything, *what, "--json").json["done"] == count
    found = ok("statements", marked, "--json").json
    assert {each["checker"] for each in found} == {"Mia Torres"}
    assert all(each["due"].startswith("2030-11-26") for each in found)
    ok(*everything, "--due", "")
    again = f"{count} done, 0 left out; nothing changed, it was so already"
    assert ok(*everything, "--due", "").text == again
    assert {each["due"] for each in ok("statements", marked, "--json").json} == {None}
    ok("tag", marked, 1, "Bridge")
    assert ok("bulk", marked, "--view", "tag=bridge", "--dismiss", "--json").json["done"] == 1
    ok(*everything, "--tag", "budget")
    ok("untag", marked, 1, "budget")
    found = ok("bulk", marked, "--view", "tag=budget", "--untag", "budget", "--json").json
    assert found["done"] == count - 1


def test_what_is_not_clear_is_refused(run, marked):
    everything = ("bulk", marked, "--view", "")
    assert run(*everything).code == 2
    assert run(*everything, "--submit", "--dismiss").code == 2
    assert run(*everything, "--due", "someday").code == 2
    assert run("bulk", marked, "--view", "colour=red", "--submit").code == 2
    assert run("tag", marked, 1, "#").code == 2
