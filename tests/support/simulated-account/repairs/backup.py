"""AWS Backup: access policies of vaults, selections of plans, updates of plans, the vaults that they name, and tags."""

import json
from typing import Any, Callable
from urllib.parse import unquote

from moto.backup import urls
from moto.backup.exceptions import AlreadyExistsException, InvalidParameterValueException, ResourceNotFoundException
from moto.backup.models import BackupBackend, Plan, Vault
from moto.backup.responses import BackupResponse
from moto.core.utils import unix_time
from moto.moto_api._internal import mock_random


def parts(response: BackupResponse) -> list[str]:
    return [part for part in response.path.split("/") if part]


def vault_of(response: BackupResponse) -> Vault:
    return response.backup_backend.describe_backup_vault(parts(response)[1])


def plan_of(response: BackupResponse) -> Plan:
    plan = response.backup_backend.get_backup_plan(parts(response)[2], None)
    if plan.deletion_date is not None:
        raise ResourceNotFoundException(msg="Failed reading Backup plan with provided version")
    return plan


def get_backup_vault_access_policy(self: BackupResponse) -> str:
    """https://docs.aws.amazon.com/aws-backup/latest/devguide/API_GetBackupVaultAccessPolicy.html"""
    vault = vault_of(self)
    policy = getattr(vault, "policy", None)
    if policy is None:
        raise ResourceNotFoundException(msg="Failed reading Access Policy")
    return json.dumps(vault.to_dict() | {"Policy": policy})


def put_backup_vault_access_policy(self: BackupResponse) -> str:
    """https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultAccessPolicy.html"""
    policy = json.loads(self.body)["Policy"]
    actions = [action for statement in json.loads(policy)["Statement"] for action in statement["Action"]]
    # "AWS Backup access policies don't support a wildcard in the Action key."
    # https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
    if any("*" in action for action in actions):
        raise InvalidParameterValueException(msg="Policy is invalid")
    vault_of(self).policy = policy  # type: ignore[attr-defined]
    return "{}"


def delete_backup_vault_access_policy(self: BackupResponse) -> str:
    vault_of(self).policy = None  # type: ignore[attr-defined]
    return "{}"


def selections_of(plan: Plan) -> dict[str, dict[str, Any]]:
    if not hasattr(plan, "selections"):
        plan.selections = {}  # type: ignore[attr-defined]
    return plan.selections  # type: ignore[attr-defined, no-any-return]


def create_backup_selection(self: BackupResponse) -> str:
    """https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupSelection.html"""
    plan, selection = plan_of(self), json.loads(self.body)["BackupSelection"]
    named = [each["BackupSelection"]["SelectionName"] for each in selections_of(plan).values()]
    if selection["SelectionName"] in named:
        raise AlreadyExistsException(msg="Backup selection with the same name already exists")
    made = {
        "BackupPlanId": plan.backup_plan_id,
        "SelectionId": str(mock_random.uuid4()),
        "CreationDate": unix_time(),
    }
    selections_of(plan)[made["SelectionId"]] = made | {"BackupSelection": selection}
    return json.dumps(made)


def selection_of(response: BackupResponse) -> dict[str, Any]:
    found = selections_of(plan_of(response)).get(parts(response)[4])
    if found is None:
        raise ResourceNotFoundException(msg="Failed reading Backup selection")
    return found


def get_backup_selection(self: BackupResponse) -> str:
    """https://docs.aws.amazon.com/aws-backup/latest/devguide/API_GetBackupSelection.html"""
    return json.dumps(selection_of(self))


def delete_backup_selection(self: BackupResponse) -> str:
    selections_of(plan_of(self)).pop(selection_of(self)["SelectionId"])
    return "{}"


def list_backup_selections(self: BackupResponse) -> str:
    """https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListBackupSelections.html"""
    listed = [
        {
            "BackupPlanId": each["BackupPlanId"],
            "SelectionId": each["SelectionId"],
            "SelectionName": each["BackupSelection"]["SelectionName"],
            "IamRoleArn": each["BackupSelection"]["IamRoleArn"],
        }
        for each in selections_of(plan_of(self)).values()
    ]
    return json.dumps({"BackupSelectionsList": listed})


def update_backup_plan(self: BackupResponse) -> str:
    """https://docs.aws.amazon.com/aws-backup/latest/devguide/API_UpdateBackupPlan.html"""
    plan = plan_of(self)
    updated = Plan(json.loads(self.body)["BackupPlan"], plan.creator_request_id, self.backup_backend)
    plan.backup_plan, plan.version_id = updated.backup_plan, updated.version_id
    return json.dumps(plan.to_dict())


def with_rules_in_the_vault(method: Callable[..., Plan]) -> Callable[..., Plan]:
    """A rule names a vault of the region: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html"""

    def create_backup_plan(self: BackupBackend, backup_plan: dict[str, Any], *arguments: Any, **named: Any) -> Plan:
        for rule in backup_plan["Rules"]:
            self.describe_backup_vault(rule["TargetBackupVaultName"])
        return method(self, backup_plan, *arguments, **named)

    return create_backup_plan


def list_tags(self: BackupResponse) -> str:
    """SDKs end the path with a slash, or with the ARN: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListTags.html"""
    arn = unquote(self.path.split("/tags/")[-1].removesuffix("/"))
    return json.dumps({"Tags": self.backup_backend.list_tags(arn)})


OPERATIONS = (
    list_tags,
    get_backup_vault_access_policy,
    put_backup_vault_access_policy,
    delete_backup_vault_access_policy,
    create_backup_selection,
    get_backup_selection,
    delete_backup_selection,
    list_backup_selections,
    update_backup_plan,
)


def repair() -> None:
    BackupBackend.create_backup_plan = with_rules_in_the_vault(BackupBackend.create_backup_plan)  # type: ignore[method-assign]
    urls.url_paths["{0}/backup-vaults/(?P<name>[^/]+)/access-policy$"] = urls.response.dispatch
    for operation in OPERATIONS:
        setattr(BackupResponse, operation.__name__, operation)
