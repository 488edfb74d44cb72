"""EC2: three of the settings that an account has once in each region, beside the encryption of volumes, which moto has."""

from typing import Any

from moto.core.responses import ActionResult
from moto.ec2.exceptions import InvalidParameterValueError
from moto.ec2.responses import EC2Response

SNAPSHOT_STATES = ("block-all-sharing", "block-new-sharing")
IMAGE_STATES = ("block-new-sharing",)
UNBLOCKED = "unblocked"

# https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyInstanceMetadataDefaults.html
NO_PREFERENCE = "no-preference"
METADATA_DEFAULTS = {
    "HttpTokens": ("optional", "required", NO_PREFERENCE),
    "HttpEndpoint": ("enabled", "disabled", NO_PREFERENCE),
    "InstanceMetadataTags": ("enabled", "disabled", NO_PREFERENCE),
    "HttpPutResponseHopLimit": tuple(str(hops) for hops in (-1, *range(1, 65))),
}


def settings_of(response: EC2Response) -> dict[str, Any]:
    """Of the region that is asked."""
    backend = response.ec2_backend
    if not hasattr(backend, "region_settings"):
        backend.region_settings = {"snapshots": UNBLOCKED, "images": UNBLOCKED, "metadata": {}}
    return backend.region_settings


def allowed(response: EC2Response, parameter: str, values: tuple[str, ...]) -> str:
    given = str(response._get_param(parameter))
    if given not in values:
        raise InvalidParameterValueError(f"{parameter} is {given}")
    return given


def modify_instance_metadata_defaults(self: EC2Response) -> ActionResult:
    metadata = settings_of(self)["metadata"]
    for parameter, values in METADATA_DEFAULTS.items():
        if self._get_param(parameter) is None:
            continue
        value = allowed(self, parameter, values)
        if value in (NO_PREFERENCE, "-1"):
            metadata.pop(parameter, None)
        else:
            metadata[parameter] = int(value) if parameter == "HttpPutResponseHopLimit" else value
    return ActionResult({"Return": True})


def get_instance_metadata_defaults(self: EC2Response) -> ActionResult:
    """https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetInstanceMetadataDefaults.html"""
    return ActionResult({"AccountLevel": {**settings_of(self)["metadata"], "ManagedBy": "account"}})


def enable_snapshot_block_public_access(self: EC2Response) -> ActionResult:
    """https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableSnapshotBlockPublicAccess.html"""
    state = settings_of(self)["snapshots"] = allowed(self, "State", SNAPSHOT_STATES)
    return ActionResult({"State": state})


def disable_snapshot_block_public_access(self: EC2Response) -> ActionResult:
    settings_of(self)["snapshots"] = UNBLOCKED
    return ActionResult({"State": UNBLOCKED})


def get_snapshot_block_public_access_state(self: EC2Response) -> ActionResult:
    return ActionResult({"State": settings_of(self)["snapshots"], "ManagedBy": "account"})


def enable_image_block_public_access(self: EC2Response) -> ActionResult:
    """https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableImageBlockPublicAccess.html"""
    state = settings_of(self)["images"] = allowed(self, "ImageBlockPublicAccessState", IMAGE_STATES)
    return ActionResult({"ImageBlockPublicAccessState": state})


def disable_image_block_public_access(self: EC2Response) -> ActionResult:
    settings_of(self)["images"] = UNBLOCKED
    return ActionResult({"ImageBlockPublicAccessState": UNBLOCKED})


def get_image_block_public_access_state(self: EC2Response) -> ActionResult:
    return ActionResult({"ImageBlockPublicAccessState": settings_of(self)["images"], "ManagedBy": "account"})


def repair() -> None:
    for operation in (
        modify_instance_metadata_defaults,
        get_instance_metadata_defaults,
        enable_snapshot_block_public_access,
        disable_snapshot_block_public_access,
        get_snapshot_block_public_access_state,
        enable_image_block_public_access,
        disable_image_block_public_access,
        get_image_block_public_access_state,
    ):
        setattr(EC2Response, operation.__name__, operation)
