"""SNS: subscriptions that somebody has to confirm, such as by email, stay unconfirmed; $or filters bodies too."""

from typing import Any, Callable

from moto.core.responses import ActionResult
from moto.sns.exceptions import SNSInvalidParameter
from moto.sns.models import SNSBackend, Subscription
from moto.sns.responses import SNSResponse
from moto.sns.utils import FilterPolicyMatcher

# https://docs.aws.amazon.com/sns/latest/dg/SendMessageToHttp.confirm.html
# https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html
CONFIRMED_BY_THE_RECEIVER = ("email", "email-json", "http", "https")


def is_pending(subscription: Subscription) -> bool:
    return subscription.attributes.get("PendingConfirmation") == "true"


def pending(method: Callable[..., Subscription]) -> Callable[..., Subscription]:
    """https://docs.aws.amazon.com/sns/latest/api/API_GetSubscriptionAttributes.html"""

    def subscribe(self: SNSBackend, topic_arn: str, endpoint: str, protocol: str) -> Subscription:
        subscription = method(self, topic_arn, endpoint, protocol)
        if protocol in CONFIRMED_BY_THE_RECEIVER:
            subscription.attributes.update(PendingConfirmation="true", ConfirmationWasAuthenticated="false")
        return subscription

    return subscribe


def unless_pending(method: Callable[..., None]) -> Callable[..., None]:
    """A pending subscription cannot be deleted; SNS drops it after 48 hours, or with its topic.

    https://docs.aws.amazon.com/sns/latest/dg/sns-delete-subscription-topic.html
    """

    def unsubscribe(self: SNSBackend, subscription_arn: str) -> None:
        subscription = self.subscriptions.get(subscription_arn)
        if subscription is not None and is_pending(subscription):
            raise SNSInvalidParameter(
                "Invalid parameter: SubscriptionArn Reason: Cannot unsubscribe a subscription that is pending confirmation"
            )
        method(self, subscription_arn)

    return unsubscribe


def listed(subscription: Subscription) -> dict[str, Any]:
    """https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html"""
    return {
        "SubscriptionArn": "PendingConfirmation" if is_pending(subscription) else subscription.arn,
        "Owner": subscription.owner,
        "Protocol": subscription.protocol,
        "Endpoint": subscription.endpoint,
        "TopicArn": subscription.topic_arn,
    }


def with_pending(method: Callable[..., ActionResult]) -> Callable[..., ActionResult]:
    def list_subscriptions(self: SNSResponse) -> ActionResult:
        answer = method(self)
        answer.result["Subscriptions"] = [listed(subscription) for subscription in answer.result["Subscriptions"]]
        return answer

    return list_subscriptions


def without_arn(method: Callable[..., ActionResult]) -> Callable[..., ActionResult]:
    """The ARN of a pending subscription is only told to who asks for it.

    https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
    """

    def subscribe(self: SNSResponse) -> ActionResult:
        answer = method(self)
        subscription = self.backend.subscriptions[answer.result["SubscriptionArn"]]
        if is_pending(subscription) and str(self._get_param("ReturnSubscriptionArn")).lower() != "true":
            return ActionResult({"SubscriptionArn": "pending confirmation"})
        return answer

    return subscribe


def with_counts(method: Callable[..., ActionResult]) -> Callable[..., ActionResult]:
    """https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html"""

    def get_topic_attributes(self: SNSResponse) -> ActionResult:
        answer = method(self)
        attributes = answer.result["Attributes"]
        of_topic = [s for s in self.backend.subscriptions.values() if s.topic_arn == attributes["TopicArn"]]
        waiting = sum(is_pending(subscription) for subscription in of_topic)
        attributes.update(SubscriptionsPending=waiting, SubscriptionsConfirmed=len(of_topic) - waiting)
        return answer

    return get_topic_attributes


def or_in_bodies(method: Callable[..., bool]) -> Callable[..., bool]:
    """https://docs.aws.amazon.com/sns/latest/dg/and-or-logic.html"""

    def field_match(field: str, rules: list[Any], body: dict[str, Any], of_attributes: bool = True) -> bool:
        if field != "$or" or of_attributes:
            return method(field, rules, body, of_attributes)
        return any(all(field_match(name, values, body, False) for name, values in rule.items()) for rule in rules)

    return field_match


def repair() -> None:
    FilterPolicyMatcher._field_match = staticmethod(or_in_bodies(FilterPolicyMatcher._field_match))
    SNSBackend.subscribe = pending(SNSBackend.subscribe)
    SNSBackend.unsubscribe = unless_pending(SNSBackend.unsubscribe)
    SNSResponse.list_subscriptions = with_pending(SNSResponse.list_subscriptions)
    SNSResponse.list_subscriptions_by_topic = with_pending(SNSResponse.list_subscriptions_by_topic)
    SNSResponse.subscribe = without_arn(SNSResponse.subscribe)
    SNSResponse.get_topic_attributes = with_counts(SNSResponse.get_topic_attributes)
