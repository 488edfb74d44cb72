"""S3: what a bucket's policy has to grant before access logs can be delivered to it, in which folders they are to lie, and
whether a bucket's events are sent to EventBridge."""

import json
import re
from fnmatch import fnmatchcase
from typing import Any

from moto.core.common_types import TYPE_RESPONSE
from moto.core.responses import ActionResult
from moto.s3.models import LOGGING_SERVICE_PRINCIPAL, FakeBucket
from moto.s3.responses import S3Response


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


KEPT = ("TargetBucket", "TargetPrefix", "TargetObjectKeyFormat")


def get_bucket_logging(self: S3Response) -> TYPE_RESPONSE:
    """moto keeps the format of the keys, and leaves it out of its answer. Grants, which it would tell, this project makes none of.

    https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLogging.html
    """
    logging = self.backend.get_bucket_logging(self.bucket_name) or {}
    kept = {name: logging[name] for name in KEPT if name in logging}
    self.data["Action"] = "GetBucketLogging"
    return self.serialized(ActionResult({"LoggingEnabled": kept} if kept else {}))


def get_bucket_notification(self: S3Response) -> TYPE_RESPONSE:
    """moto keeps that events are sent to EventBridge, and leaves it out of its answer.

    https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketNotificationConfiguration.html
    """
    answer = _get_bucket_notification(self)
    kept = self.backend.get_bucket_notification_configuration(self.bucket_name)
    if kept is None or kept.event_bridge is None:
        return answer
    status, headers, body = answer
    text = body.decode() if isinstance(body, bytes) else body
    opened = re.sub(r"(<NotificationConfiguration[^>]*)/>", r"\1></NotificationConfiguration>", text)
    end = "</NotificationConfiguration>"
    return status, headers, opened.replace(end, f"<EventBridgeConfiguration/>{end}")


_get_bucket_notification = S3Response.get_bucket_notification


def repair() -> None:
    S3Response.get_bucket_notification = get_bucket_notification
    S3Response.get_bucket_logging = get_bucket_logging
    FakeBucket._log_permissions_enabled_policy = staticmethod(grants_log_delivery)
