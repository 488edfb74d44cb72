"""Athena: saved queries can be deleted and listed by the page, and a workgroup that does not exist is an error."""

import json

from moto.athena.responses import AthenaResponse
from moto.core.common_types import TYPE_RESPONSE


def delete_named_query(self: AthenaResponse) -> str:
    """https://docs.aws.amazon.com/athena/latest/APIReference/API_DeleteNamedQuery.html"""
    self.athena_backend.named_queries.pop(self._get_param("NamedQueryId"), None)
    return json.dumps({})


# What Athena hands over at once, at most.
QUERIES_ON_A_PAGE = 50


def list_named_queries(self: AthenaResponse) -> str:
    """https://docs.aws.amazon.com/athena/latest/APIReference/API_ListNamedQueries.html"""
    workgroup = self._get_param("WorkGroup") or "primary"
    size = min(int(self._get_param("MaxResults") or QUERIES_ON_A_PAGE), QUERIES_ON_A_PAGE)
    first = int(self._get_param("NextToken") or 0)
    ids = [query.id for query in self.athena_backend.named_queries.values() if query.workgroup.name == workgroup]
    more = {"NextToken": str(first + size)} if first + size < len(ids) else {}
    return json.dumps({"NamedQueryIds": ids[first : first + size], **more})


def get_work_group(self: AthenaResponse) -> str | TYPE_RESPONSE:
    """https://docs.aws.amazon.com/athena/latest/APIReference/API_GetWorkGroup.html"""
    name = self._get_param("WorkGroup")
    workgroup = self.athena_backend.get_work_group(name)
    return self.error(f"WorkGroup {name} is not found.", 400) if workgroup is None else json.dumps({"WorkGroup": workgroup})


def repair() -> None:
    AthenaResponse.delete_named_query = delete_named_query
    AthenaResponse.list_named_queries = list_named_queries
    AthenaResponse.get_work_group = get_work_group
