"""What of an OpenDocument text is read beside its words: styles, properties, the lock."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.importers.elements import attribute, child, local
from factcheck.importers.packages import Package, parse_xml
from factcheck.importers.proposing import Proposals

if TYPE_CHECKING:
    from lxml.etree import _Element

_TINY = re.compile(r"[012](?:\.\d+)?pt")


@dataclass(slots=True)
class Styles:
    """The names of styles that are based on others, and which of them hide or show their words."""

    parents: dict[str, str] = field(default_factory=dict)
    display: dict[str, str] = field(default_factory=dict)
    faint: set[str] = field(default_factory=set)  # white, or too small to be seen

    def learn(self, root: _Element) -> None:
        """Take over the styles of a part; what was learnt before stays."""
        for style in root.iter():
            if local(style) != "style":
                continue
            name = attribute(style, "name")
            self.parents.setdefault(name, attribute(style, "parent-style-name"))
            properties = child(style, "text-properties")
            if properties is None:
                continue
            if attribute(properties, "display"):
                self.display.setdefault(name, attribute(properties, "display"))
            if _is_faint(properties):
                self.faint.add(name)

    def lineage(self, name: str) -> list[str]:
        """Return a style and those that it is based on."""
        found: list[str] = []
        while name and name not in found:
            found.append(name)
            name = self.parents.get(name, "")
        return found

    def names(self, name: str) -> set[str]:
        """Return a style and those that it is based on, as people read their names."""
        return {each.replace("_20_", " ") for each in self.lineage(name)}

    def hides(self, name: str) -> bool:
        """Say whether words in this style are hidden: the nearest that says so decides."""
        said = (self.display[each] for each in self.lineage(name) if each in self.display)
        return next(said, "") == "none"


def _is_faint(properties: _Element) -> bool:
    white = attribute(properties, "color").lower() == "#ffffff"
    bare = attribute(properties, "background-color") in {"", "transparent"}
    return (white and bare) or bool(_TINY.fullmatch(attribute(properties, "font-size")))


def properties(package: Package) -> Proposals:
    """Read what the file says of itself (OpenDocument 1.3 part 3, 4.3)."""
    if "meta.xml" not in package:
        return Proposals()
    meta = child(parse_xml(package.read("meta.xml"), "“meta.xml”"), "meta")
    said = {} if meta is None else {local(each): each.text or "" for each in meta}
    return Proposals(
        title=said.get("title", ""),
        byline=said.get("initial-creator") or said.get("creator", ""),
        language=said.get("language", ""),
        created=said.get("creation-date", ""),
        modified=said.get("date", ""),
        source="file properties",
        firm=False,
    )


def default_language(common: _Element | None) -> Proposals:
    """Read the language of paragraphs that name none."""
    said: list[str] = []
    styles = child(common, "styles")
    for style in () if styles is None else styles:
        if local(style) == "default-style" and attribute(style, "family") == "paragraph":
            properties = child(style, "text-properties")
            names = () if properties is None else ("language", "country")
            said = [attribute(properties, name) for name in names]
    language = "-".join(each for each in said if each not in {"", "none"})
    return Proposals(language=language, source="spelling of the file", firm=False)


def is_locked(package: Package) -> bool:
    """Say whether the parts are encrypted."""
    manifest = "META-INF/manifest.xml"
    return manifest in package and b"encryption-data" in package.read(manifest)
