"""Athena: saved queries can be deleted, and a workgroup that does not exist is an error."""

import json

from moto.athena.responses import AthenaResponse
from moto.core.common_types import TYPE_RESPONSE


def delete_named_query(self: AthenaResponse) -> str:
    """https://docs.aws.amazon.com/athena/latest/APIReference/API_DeleteNamedQuery.html"""
    self.athena_backend.named_queries.pop(self._get_param("NamedQueryId"), None)
    return json.dumps({})


def get_work_group(self: AthenaResponse) -> str | TYPE_RESPONSE:
    """https://docs.aws.amazon.com/athena/latest/APIReference/API_GetWorkGroup.html"""
    name = self._get_param("WorkGroup")
    workgroup = self.athena_backend.get_work_group(name)
    return self.error(f"WorkGroup {name} is not found.", 400) if workgroup is None else json.dumps({"WorkGroup": workgroup})


def repair() -> None:
    AthenaResponse.delete_named_query = delete_named_query
    AthenaResponse.get_work_group = get_work_group
