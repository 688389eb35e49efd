from tests.cli.test_shapes import fits

NOTE = dict.fromkeys(("id", "statement", "at", "person", "text"), str)


def test_notes_are_written_edited_removed_and_listed(ok, marked):
    first = ok("note", marked, 1, "Ask the\nclerk.").text
    ok("note", marked, 1, "Asked.", "--as", "Jon Park")
    found = ok("notes", marked, 1, "--json").json
    assert all(fits(each, NOTE) for each in found)
    assert [(each["person"], each["text"]) for each in found] == [
        ("Ada Reed", "Ask the\nclerk."),
        ("Jon Park", "Asked."),
    ]
    assert found[0]["id"] == first
    assert ok("notes", marked, 1).text.splitlines()[0].endswith("  Ada Reed  Ask the clerk.")
    ok("edit-note", marked, first, "Never mind.")
    assert ok("notes", marked, 1, "--json").json[0]["text"] == "Never mind."
    ok("remove-note", marked, first)
    assert [each["text"] for each in ok("notes", marked, 1, "--json").json] == ["Asked."]
    ok("undo", marked)
    assert len(ok("notes", marked, 1, "--json").json) == 2


def test_what_can_t_be_done_is_refused(run, ok, marked):
    first = ok("note", marked, 1, "Ask.").text
    refused = (
        ("note", marked, 1, " "),
        ("note", marked, 9, "Ask."),
        ("edit-note", marked, first, "Mine now.", "--as", "Jon Park"),
        ("remove-note", marked, first, "--as", "Jon Park"),
        ("remove-note", marked, "gone"),
    )
    assert [run(*arguments).code for arguments in refused] == [2] * 5
    assert [each["text"] for each in ok("notes", marked, 1, "--json").json] == ["Ask."]
