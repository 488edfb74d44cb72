/** What every rule on naming services must fail and pass, whichever policy it judges. */
import type { FailingCase, ResourceCase } from "../rule-harness";
import { ACCOUNT, allow, documentCases } from "./policy-documents";

export function namedCases(
  property: string,
  action: string,
): {
  readonly fails: readonly [FailingCase, ...FailingCase[]];
  readonly passes: readonly ResourceCase[];
} {
  const { fails, passes, unreadable } = documentCases(property);
  const service = { Service: "cloudtrail.amazonaws.com" };
  const Condition = { StringEquals: { "aws:SourceAccount": ACCOUNT } };
  const wide = `${action.split(":")[0] ?? ""}:*`;
  const anyService = "lets in every service by statement 1; it must name the one that is meant";
  const broad = (actions: string, label = "statement 1"): string =>
    `lets cloudtrail.amazonaws.com do ${actions} by ${label}; it must name the actions`;
  return {
    fails: [
      fails("a service that may do everything", broad("*"), allow(service, { Condition })),
      fails(
        "a service that may do all of one service",
        broad(wide),
        allow(service, { Action: [action, wide], Condition }),
      ),
      fails("a service that may do all but something", broad("all but sts:tagsession"), {
        Effect: "Allow",
        Principal: service,
        NotAction: "sts:TagSession",
        Resource: "*",
      }),
      fails("everyone, bound by a source", anyService, allow("*", { Action: action, Condition })),
      fails("everyone beside the service", anyService, allow({ ...service, AWS: "*" }, { Action: action, Condition })),
      ...unreadable,
    ],
    passes: [
      passes("a service with the action by name", allow(service, { Action: action, Condition })),
      passes("a service with a wildcard in the action", allow(service, { Action: `${action}*`, Condition })),
      passes("everything for a principal that is no service", allow({ AWS: ACCOUNT })),
      passes("a refusal to a service", allow(service, { Effect: "Deny" })),
      passes(
        "everyone, bound by who calls as well",
        allow("*", {
          Action: action,
          Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT, "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
        }),
      ),
    ],
  };
}
