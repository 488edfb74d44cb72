"""Inspector: who asks of no account asks of the own one, of which there is a status before anything is scanned."""

from typing import Any, Callable

from moto.inspector2.models import AccountStatus, Inspector2Backend

Statuses = list[dict[str, Any]]


def answering_for_the_own(method: Callable[..., Statuses]) -> Callable[..., Statuses]:
    """https://docs.aws.amazon.com/inspector/v2/APIReference/API_BatchGetAccountStatus.html"""

    def batch_get_account_status(self: Inspector2Backend, account_ids: list[str] | None) -> Statuses:
        self.account_status.setdefault(self.account_id, AccountStatus(self.account_id))
        return method(self, account_ids or [self.account_id])

    return batch_get_account_status


def repair() -> None:
    Inspector2Backend.batch_get_account_status = answering_for_the_own(Inspector2Backend.batch_get_account_status)
