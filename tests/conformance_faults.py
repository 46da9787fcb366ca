"""What scim2-tester 0.5.2 does wrong on resource types beyond those of the RFCs, each with the RFC's sentence.

It cannot make values of dateTime and decimal attributes: `supply_values` makes them, so that its checks run.

It compares the value that it sent in a PATCH with the one that it reads, as if they were always equal. `FAULTS` names each
check that fails for that alone: resource type, check, attribute, and why. An entry counts only if the reasons found by
`reasons`, which looks at both values, are exactly the entry's; any other difference is a failure. An entry that no longer
occurs, although its attribute is served, is a failure too.
"""

import base64
import random
import sys
from datetime import datetime, timezone

from scim2_models import BaseModel, Mutability, Path, Returned
from scim2_tester import filling
from scim2_tester.checkers import patch_add, patch_replace

# Why the value that is read is rightly another than the one that was sent.
RULES = {
    "appended": 'RFC 7644 3.5.2.1: "If the target location specifies a multi-valued attribute, a new value is added to the '
    'attribute"; it had values from the step before',
    "binary": "RFC 7643 2.3.6: the value is base64; the tester compares the text with the bytes that it stands for",
    "computed": 'RFC 7643 7, readOnly: "The attribute SHALL NOT be modified"; the server gives the sub-attribute that the '
    "tester left out",
    "empty": 'RFC 7643 3: "schemas" names the schemas "that define the attributes present in the current JSON structure"; '
    "the extension has no attributes, so there is nothing to be present",
    "immutable": 'RFC 7643 7, immutable: "The attribute SHALL NOT be updated"; it was set in the step before',
    "never": 'RFC 7643 7, returned: "never  The attribute is never returned"',
    "request": 'RFC 7643 7, returned: "request  ... is returned in a SCIM query operation only if specified in the '
    '"attributes" parameter"',
    "unassigned": 'RFC 7643 2.5: "unassigned attributes, although they are defined in schema, MAY be omitted"; the '
    "attribute was removed and is not required",
}

ADD, REMOVE, REPLACE = "check_add_attribute", "check_remove_attribute", "check_replace_attribute"
BLE = "urn:ietf:params:scim:schemas:extension:ble:2.0:Device"
DPP = "urn:ietf:params:scim:schemas:extension:dpp:2.0:Device"
JUST_WORKS = "urn:ietf:params:scim:schemas:extension:pairingJustWorks:2.0:Device"
PAIRING_NULL = "urn:ietf:params:scim:schemas:extension:pairingNull:2.0:Device"
FDO = "urn:ietf:params:scim:schemas:extension:fido-device-onboard:2.0:Device"
ZIGBEE = "urn:ietf:params:scim:schemas:extension:zigbee:2.0:Device"
APPS = "urn:ietf:params:scim:schemas:extension:endpointAppsExt:2.0:Device"
BADGE, TEAM, EXTRA = "urn:example:2.0:Badge", "urn:example:2.0:Team", "urn:example:2.0:Gadget:Extra"
RULED = "urn:example:2.0:Ruled"
# (Resource type, check, attribute) → the reasons.
FAULTS: dict[tuple[str, str, str], set[str]] = {
    ("User", ADD, BADGE): {"never"},
    ("User", ADD, f"{BADGE}:photo"): {"binary"},
    ("User", ADD, f"{BADGE}:doors"): {"appended"},
    ("User", ADD, f"{BADGE}:serial"): {"immutable"},
    ("User", ADD, f"{BADGE}:note"): {"request"},
    ("User", ADD, f"{BADGE}:keys"): {"appended"},
    ("User", REMOVE, BADGE): {"immutable"},
    ("User", REPLACE, BADGE): {"never"},
    ("User", REPLACE, f"{BADGE}:photo"): {"binary"},
    ("User", REPLACE, f"{BADGE}:note"): {"request"},
    ("Group", ADD, f"{TEAM}:label"): {"appended"},
    ("Agent", ADD, "parent"): {"computed"},
    ("Agent", REPLACE, "parent"): {"computed"},
    ("AgenticApplication", ADD, "agents"): {"computed"},
    ("AgenticApplication", REPLACE, "agents"): {"computed"},
    ("Device", ADD, BLE): {"appended", "never"},
    ("Device", ADD, PAIRING_NULL): {"empty"},
    ("Device", ADD, DPP): {"never"},
    ("Device", ADD, FDO): {"never"},
    ("Device", ADD, ZIGBEE): {"appended"},
    ("Device", ADD, APPS): {"appended", "computed"},
    ("Device", ADD, f"{BLE}:separateBroadcastAddress"): {"appended"},
    ("Device", ADD, f"{JUST_WORKS}:key"): {"immutable"},
    ("Device", ADD, f"{DPP}:bootstrappingMethod"): {"appended"},
    ("Device", ADD, f"{DPP}:classChannel"): {"appended"},
    ("Device", REMOVE, JUST_WORKS): {"immutable"},
    ("Device", REPLACE, BLE): {"never"},
    ("Device", REPLACE, PAIRING_NULL): {"empty"},
    ("Device", REPLACE, DPP): {"never"},
    ("Device", REPLACE, FDO): {"never"},
    ("Device", REPLACE, APPS): {"computed"},
    ("Device", REPLACE, f"{APPS}:applications"): {"computed"},
    ("Gadget", ADD, "one-binary"): {"binary"},
    ("Gadget", ADD, "many_binary"): {"binary"},
    ("Gadget", ADD, "unique_binary"): {"binary"},
    ("Gadget", ADD, "request"): {"request"},
    ("Gadget", ADD, "never"): {"never"},
    ("Gadget", ADD, "depth"): {"never", "request"},
    ("Gadget", ADD, "depths"): {"never", "request"},
    ("Gadget", ADD, f"{EXTRA}:items"): {"appended"},
    ("Gadget", ADD, f"{EXTRA}:fixed"): {"immutable"},
    ("Gadget", ADD, RULED): {"never"},
    ("Gadget", ADD, f"{RULED}:marks"): {"appended"},
    ("Gadget", ADD, f"{RULED}:place"): {"immutable"},
    ("Gadget", ADD, f"{RULED}:seats"): {"appended"},
    ("Gadget", ADD, f"{RULED}:photo"): {"binary"},
    ("Gadget", REMOVE, "depth"): {"immutable"},
    ("Gadget", REMOVE, EXTRA): {"immutable"},
    ("Gadget", REMOVE, RULED): {"immutable"},
    ("Gadget", REMOVE, f"{RULED}:place"): {"immutable"},
    # The last attribute that is removed: the tester refuses all that it reads without it.
    ("Gadget", REMOVE, f"{EXTRA}:always"): {"unassigned"},
    ("Gadget", REPLACE, "one-binary"): {"binary"},
    ("Gadget", REPLACE, "many_binary"): {"binary"},
    ("Gadget", REPLACE, "unique_binary"): {"binary"},
    ("Gadget", REPLACE, "request"): {"request"},
    ("Gadget", REPLACE, "never"): {"never"},
    ("Gadget", REPLACE, "depth"): {"never", "request"},
    ("Gadget", REPLACE, "depths"): {"never", "request"},
    ("Gadget", REPLACE, RULED): {"never"},
    ("Gadget", REPLACE, f"{RULED}:photo"): {"binary"},
    ("Gadget", REPLACE, f"{RULED}:place"): {"immutable"},
}


def supply_values() -> None:
    """Gives the tester values of dateTime and decimal attributes, for which it makes UUIDs."""
    own = filling.generate_random_value

    def value(context, path, mutability=None, required=None):
        made = own(context, path=path, mutability=mutability, required=required)
        binding = path.resolve()
        if made is None or binding is None or binding.target_type not in (datetime, float):
            return made
        [first] = made if binding.target_is_multivalued else [made]
        if not isinstance(first, str):
            sys.exit("scim2-tester makes values of dateTime and decimal by itself now: take supply_values out")
        if binding.target_type is datetime:
            supplied = datetime.fromtimestamp(random.randrange(10**9, 2 * 10**9), timezone.utc)
        else:
            supplied = random.randrange(1, 10**6) / 64
        return [supplied] if binding.target_is_multivalued else supplied

    for module in (filling, patch_add, patch_replace):
        module.generate_random_value = value


def path_of(client, resource_type: str, attribute: str):
    """The tester's path of an attribute; none if the server has no such attribute."""
    model = client.get_resource_model(resource_type)
    if model is None:
        return None
    known = {str(path) for path in Path[model].iter_paths(include_subattributes=False)}
    return Path[model](attribute) if attribute in known else None


def key_of(result) -> tuple[str, str, str]:
    """What a result is known by in FAULTS."""
    attribute = result.data.get("urn", "") if isinstance(result.data, dict) else ""
    return (result.resource_type or "", result.title or "", attribute)


def reasons(client, result) -> set[str]:
    """Why the tester calls this a failure. What no rule explains is "unexplained"."""
    data = result.data if isinstance(result.data, dict) else {}
    if (error := data.get("error")) is not None:
        if type(error).__name__ == "MutabilityException" and "immutable" in str(error):
            return {"immutable"}
        missing = "has returnability 'always' but value is missing"
        return {"unassigned"} if missing in str(error.__cause__) else {"unexplained"}
    if "expected" not in data:
        return {"unexplained"}
    sent, read = data["expected"], data["modify_actual"] if "modify_actual" in data else data["actual"]
    binding = path_of(client, result.resource_type, data["urn"]).resolve()
    if binding is not None and (hidden := unseen(binding.get_annotation(Returned), sent, read)):
        return {hidden}
    return compared(sent, read, result.title == ADD)


def unseen(returned: Returned | None, sent, read) -> str | None:
    """The rule by which a value that was sent is not shown."""
    is_hidden = returned in (Returned.never, Returned.request) and sent is not None and read is None
    return returned.value if is_hidden else None


def compared(sent, read, adding: bool) -> set[str]:
    """The rules by which `read` differs from `sent`."""
    if isinstance(sent, list) and isinstance(read, list):
        more = len(read) - len(sent)
        if more < 0 or (more > 0 and not adding):
            return {"unexplained"}
        # What is added comes last.
        return set().union(
            {"appended"} if more else set(), *(compared(one, two, adding) for one, two in zip(sent, read[more:]))
        )
    if isinstance(sent, BaseModel) and (read is None or isinstance(read, type(sent))):
        found, fields = set(), [name for name in type(sent).model_fields if name != "schemas"]
        for name in fields:
            one, two = getattr(sent, name), getattr(read, name, None)
            if hidden := unseen(sent.get_field_annotation(name, Returned), one, two):
                found.add(hidden)
            elif one is None and two is not None:
                computed = sent.get_field_annotation(name, Mutability) == Mutability.read_only
                found.add("computed" if computed else "unexplained")
            else:
                found |= compared(one, two, adding)
        return found if fields or read is not None else {"empty"}
    if isinstance(sent, str) and isinstance(read, bytes):
        return {"binary"} if base64.b64decode(sent) == read else {"unexplained"}
    return set() if sent == read else {"unexplained"}
