"""Bedrock's guardrails, their versions, and the one that a region enforces."""

import json
from datetime import datetime, timezone
from typing import Any, Callable
from urllib.parse import unquote

from moto.bedrock.exceptions import ResourceNotFoundException, ValidationException
from moto.bedrock.models import BedrockBackend
from moto.bedrock.responses import BedrockResponse
from moto.moto_api._internal import mock_random
from moto.utilities.utils import get_partition

DRAFT = "DRAFT"

# What is sent in a list under one name is told under another.
# https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetGuardrail.html
LISTS = {
    "contentPolicy": {"filtersConfig": "filters"},
    "contextualGroundingPolicy": {"filtersConfig": "filters"},
    "sensitiveInformationPolicy": {"piiEntitiesConfig": "piiEntities", "regexesConfig": "regexes"},
    "topicPolicy": {"topicsConfig": "topics"},
    "wordPolicy": {"wordsConfig": "words", "managedWordListsConfig": "managedWordLists"},
}
TIERED = ["contentPolicy", "topicPolicy"]
SAME = ["name", "description", "blockedInputMessaging", "blockedOutputsMessaging"]


def guardrails_of(backend: BedrockBackend) -> dict[str, dict[str, dict[str, Any]]]:
    """Id -> version -> what it says."""
    return backend.__dict__.setdefault("guardrails", {})


def enforced_in(backend: BedrockBackend) -> dict[str, dict[str, Any]]:
    return backend.__dict__.setdefault("enforced_guardrails", {})


def now() -> str:
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def check(sent: dict[str, Any]) -> None:
    for one in sent.get("contentPolicyConfig", {}).get("filtersConfig", []):
        # https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-prompt-attack.html
        if one["type"] == "PROMPT_ATTACK" and one["outputStrength"] != "NONE":
            raise ValidationException("PROMPT ATTACK content filter strength for response must be NONE")


def policies_of(sent: dict[str, Any]) -> dict[str, Any]:
    policies: dict[str, Any] = {}
    for policy, lists in LISTS.items():
        config = sent.get(f"{policy}Config")
        if config is None:
            continue
        policies[policy] = {told: config[name] for name, told in lists.items() if name in config}
        if policy in TIERED:
            policies[policy]["tier"] = config.get("tierConfig", {"tierName": "CLASSIC"})
    return policies


def text_of(self: BedrockResponse, sent: dict[str, Any]) -> dict[str, Any]:
    check(sent)
    told = {name: sent[name] for name in SAME if name in sent} | policies_of(sent)
    if "kmsKeyId" in sent:
        told["kmsKeyArn"] = sent["kmsKeyId"]
    if "crossRegionConfig" in sent:
        profile = sent["crossRegionConfig"]["guardrailProfileIdentifier"]
        told["crossRegionDetails"] = {"guardrailProfileArn": profile, "guardrailProfileId": profile.split("/")[-1]}
    return told


def identifier(self: BedrockResponse) -> str:
    return unquote(self.raw_path.split("/guardrails/")[1].split("?")[0]).split("/")[-1]


def versions_of(self: BedrockResponse, guardrail: str) -> dict[str, dict[str, Any]]:
    found = guardrails_of(self.bedrock_backend).get(guardrail)
    if found is None:
        raise ResourceNotFoundException(f"The guardrail {guardrail} could not be found")
    return found


def create_guardrail(self: BedrockResponse) -> tuple[int, dict[str, str], str]:
    sent = json.loads(self.body)
    guardrail = mock_random.get_random_string(length=12, lower_case=True, include_digits=True)
    arn = f"arn:{get_partition(self.region)}:bedrock:{self.region}:{self.current_account}:guardrail/{guardrail}"
    ids = {"guardrailId": guardrail, "guardrailArn": arn, "version": DRAFT, "status": "READY", "createdAt": now()}
    guardrails_of(self.bedrock_backend)[guardrail] = {DRAFT: text_of(self, sent) | ids | {"updatedAt": now()}}
    if sent.get("tags"):
        self.bedrock_backend.tag_resource(arn, sent["tags"])
    return 202, {}, json.dumps({name: ids[name] for name in ("guardrailId", "guardrailArn", "version", "createdAt")})


def update_guardrail(self: BedrockResponse) -> tuple[int, dict[str, str], str]:
    versions = versions_of(self, identifier(self))
    ids = {name: versions[DRAFT][name] for name in ("guardrailId", "guardrailArn", "version", "status", "createdAt")}
    versions[DRAFT] = text_of(self, json.loads(self.body)) | ids | {"updatedAt": now()}
    named = {name: versions[DRAFT][name] for name in ("guardrailId", "guardrailArn", "version", "updatedAt")}
    return 202, {}, json.dumps(named)


def get_guardrail(self: BedrockResponse) -> str:
    version = (self.querystring.get("guardrailVersion") or [DRAFT])[0]
    versions = versions_of(self, identifier(self))
    if version not in versions:
        raise ResourceNotFoundException(f"The version {version} could not be found")
    return json.dumps(versions[version])


def delete_guardrail(self: BedrockResponse) -> tuple[int, dict[str, str], str]:
    guardrail = identifier(self)
    versions = versions_of(self, guardrail)
    version = (self.querystring.get("guardrailVersion") or [None])[0]
    if version is None:
        del guardrails_of(self.bedrock_backend)[guardrail]
    else:
        versions.pop(version, None)
    return 202, {}, "{}"


def create_guardrail_version(self: BedrockResponse) -> tuple[int, dict[str, str], str]:
    guardrail = identifier(self)
    versions = versions_of(self, guardrail)
    number = str(len(versions))
    sent = json.loads(self.body or "{}")
    described = {"description": sent["description"]} if "description" in sent else {}
    draft = {name: value for name, value in versions[DRAFT].items() if name != "description"}
    versions[number] = draft | described | {"version": number, "updatedAt": now()}
    return 202, {}, json.dumps({"guardrailId": guardrail, "version": number})


def list_guardrails(self: BedrockResponse) -> str:
    asked = (self.querystring.get("guardrailIdentifier") or [None])[0]
    backend = self.bedrock_backend
    if asked is None:
        found = [versions[DRAFT] for versions in guardrails_of(backend).values()]
    else:
        found = list(versions_of(self, asked.split("/")[-1]).values())
    summaries = [
        {
            "id": one["guardrailId"],
            "arn": one["guardrailArn"],
            **{
                name: one[name]
                for name in ("status", "name", "description", "version", "createdAt", "updatedAt", "crossRegionDetails")
                if name in one
            },
        }
        for one in found
    ]
    return json.dumps({"guardrails": summaries})


def put_enforced_guardrail_configuration(self: BedrockResponse) -> str:
    """https://docs.aws.amazon.com/bedrock/latest/APIReference/API_PutEnforcedGuardrailConfiguration.html"""
    sent = json.loads(self.body)
    config = sent["guardrailInferenceConfig"]
    guardrail = config["guardrailIdentifier"].split("/")[-1]
    version = config["guardrailVersion"]
    if version == DRAFT or version not in versions_of(self, guardrail):
        raise ValidationException(f"The version {version} cannot be enforced")
    backend = self.bedrock_backend
    config_id = sent.get("configId") or mock_random.get_random_string(length=12, lower_case=True, include_digits=True)
    enforced_in(backend).clear()
    enforced_in(backend)[config_id] = {
        "configId": config_id,
        "guardrailArn": versions_of(self, guardrail)[version]["guardrailArn"],
        "guardrailId": guardrail,
        "guardrailVersion": version,
        "owner": "ACCOUNT",
        "updatedAt": now(),
    }
    return json.dumps({"configId": config_id, "updatedAt": now()})


def list_enforced_guardrails_configuration(self: BedrockResponse) -> str:
    return json.dumps({"guardrailsConfig": list(enforced_in(self.bedrock_backend).values())})


def delete_enforced_guardrail_configuration(self: BedrockResponse) -> str:
    config_id = self.raw_path.split("?")[0].rstrip("/").split("/")[-1]
    if enforced_in(self.bedrock_backend).pop(config_id, None) is None:
        raise ResourceNotFoundException(f"The configuration {config_id} could not be found")
    return "{}"


def with_guardrails(method: Callable[[BedrockBackend], list[str]]) -> Callable[[BedrockBackend], list[str]]:
    """What can be tagged."""

    def list_arns(self: BedrockBackend) -> list[str]:
        return method(self) + [versions[DRAFT]["guardrailArn"] for versions in guardrails_of(self).values()]

    return list_arns


def repair() -> None:
    BedrockBackend._list_arns = with_guardrails(BedrockBackend._list_arns)
    for operation in (
        create_guardrail,
        create_guardrail_version,
        delete_enforced_guardrail_configuration,
        delete_guardrail,
        get_guardrail,
        list_enforced_guardrails_configuration,
        list_guardrails,
        put_enforced_guardrail_configuration,
        update_guardrail,
    ):
        setattr(BedrockResponse, operation.__name__, operation)
