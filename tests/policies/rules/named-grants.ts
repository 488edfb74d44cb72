/** Cases of every rule that requires grants to services to name the service and its actions, whichever policy it checks. */
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
  const anyService = "allows every service in statement 1; name the one that is meant";
  const broad = (actions: string): string =>
    `allows cloudtrail.amazonaws.com to call ${actions} in statement 1; name the actions`;
  return {
    fails: [
      fails("a service with every action", broad("*"), allow(service, { Condition })),
      fails(
        "a service with every action of one service",
        broad(wide),
        allow(service, { Action: [action, wide], Condition }),
      ),
      fails("a service with NotAction", broad("all but sts:tagsession"), {
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
      passes("a service with a named action", allow(service, { Action: action, Condition })),
      passes("a service with a wildcard in the action", allow(service, { Action: `${action}*`, Condition })),
      passes("every action for a principal that is not a service", allow({ AWS: ACCOUNT })),
      passes("a Deny for a service", allow(service, { Effect: "Deny" })),
      passes(
        "everyone, bound by the caller's organization as well",
        allow("*", {
          Action: action,
          Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT, "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
        }),
      ),
    ],
  };
}
