/** Rules by which nobody but break-glass principals is allowed to take evidence away, wherever the permission stands. */
import type { TamperingActions } from "../../facts/iam/evidence-tampering";
import { type Group, groupedBy } from "../groups";
import { type Grant, type NamedBy, grantsTo } from "../iam/evidence-grants";
import { GIVES_PERMISSIONS, type Holder, holdersOf } from "../iam/holders";
import { isOneOf } from "../iam/permissions-held";
import { type Result, fail, undecided } from "../result";
import { type RuleText, type StackRule, stackRule } from "../rule";
import { texts } from "../settings";

type Text<Id extends string> = Omit<RuleText<Id>, "remediation" | "references"> & {
  readonly actions: TamperingActions;
  /** @default - says to leave the actions to break-glass principals */
  readonly remediation?: string;
  /** Sources besides IAM's page on least privilege. @default none */
  readonly references?: readonly string[];
  /** What to do about a grant, as the end of a message. @default "leave it to break-glass principals" */
  readonly instead?: string;
  /** @default none */
  readonly namedBy?: NamedBy;
  /** Condition keys, in lower case, that the calls do not carry. @default none */
  readonly withoutKeys?: readonly string[];
};

const LEAST_PRIVILEGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege";

/** No principal of the stack but those of the setting may call the actions on evidence. */
export function forbiddenPermissionsRule<const Id extends string>({
  actions,
  references = [],
  namedBy = {},
  withoutKeys = [],
  instead = "leave it to break-glass principals",
  ...text
}: Text<Id>): StackRule<Id> {
  return stackRule(GIVES_PERMISSIONS, {
    remediation:
      "Leave the actions out of the statement, name resources that hold no evidence, or deny the actions. Name a break-glass " +
      "principal, or the role that deploys the baseline, in the rule's setting principals.",
    ...text,
    references: [LEAST_PRIVILEGE, ...references],
    property: "permissions",
    settings: {
      principals: texts({
        default: [],
        description: "Names or ARNs of the principals that may call the actions; * stands for any run of characters.",
      }),
    },
    check: (stack, { settings: { principals } }) => {
      const judged = holdersOf(stack).filter(
        ({ identities }) => !identities.some((identity) => isOneOf(identity, principals)),
      );
      return findings(
        judged.flatMap((holder) => grantsTo(stack, holder, { actions, principals, namedBy, withoutKeys })),
        instead,
      );
    },
  });
}

/** One finding for each statement, which names everyone that has it. */
function findings(grants: readonly Grant[], instead: string): readonly Result[] {
  const statements = groupedBy(grants, ({ document: { resource, property }, label, given, open }) => [
    ...[resource.urn, property, label, given, open],
  ]);
  return statements.flatMap((group) => findingsOf(group, instead));
}

function findingsOf([first, ...others]: Group<Grant>, instead: string): readonly Result[] {
  const { document, label, given, open, isEverything } = first;
  const { property, resource } = document;
  const about = { urn: resource.urn };
  if (label === undefined) {
    return [undecided(property, undefined, about)];
  }
  const whom = inWords([first, ...others].map(({ holder }) => holder));
  const inLabel = (actions: readonly string[], on = ""): string =>
    isEverything && actions.length > 1
      ? `everything${on} in ${label}, and so ${actions[0] ?? ""} and ${actions.length - 1} more`
      : `${actions.join(", ")}${on} in ${label}`;
  return [
    ...(given.length === 0 ? [] : [fail(property, `allows ${whom} ${inLabel(given)}; ${instead}`, about)]),
    ...(open.length === 0
      ? []
      : [
          undecided(
            property,
            `may allow ${whom} ${inLabel(open, " on evidence")}; name resources that hold none`,
            about,
          ),
        ]),
  ];
}

const SHOWN = 3;

function inWords(holders: readonly Holder[]): string {
  const names = [
    ...new Set(
      holders.map(({ kind, name }) => (kind === "policy" ? "whomever it is attached to" : `the ${kind} ${name}`)),
    ),
  ];
  const more = names.length - SHOWN;
  return [...names.slice(0, SHOWN), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}
