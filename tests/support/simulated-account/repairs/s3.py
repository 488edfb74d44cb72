"""S3: what the policy of a bucket has to grant before server access logs can be delivered to it."""

import json
from fnmatch import fnmatchcase
from typing import Any

from moto.s3.models import LOGGING_SERVICE_PRINCIPAL, FakeBucket


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def grants_log_delivery(target_bucket: FakeBucket, target_prefix: str | None) -> bool:
    """Whether a statement lets the logging service put objects under the prefix; moto reads neither wildcards nor lists,
    and fails on a statement for everyone.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
    """
    if not target_bucket.policy:
        return False
    log = f"arn:{target_bucket.partition}:s3:::{target_bucket.name}/{target_prefix or ''}2026-01-01-00-00-00-0"
    return any(
        statement["Effect"] == "Allow"
        and isinstance(statement.get("Principal"), dict)
        and LOGGING_SERVICE_PRINCIPAL in listed(statement["Principal"].get("Service"))
        and any(fnmatchcase("s3:PutObject", action) for action in listed(statement.get("Action", [])))
        and any(fnmatchcase(log, resource) for resource in listed(statement.get("Resource", [])))
        for statement in json.loads(target_bucket.policy.decode())["Statement"]
    )


def repair() -> None:
    FakeBucket._log_permissions_enabled_policy = staticmethod(grants_log_delivery)
