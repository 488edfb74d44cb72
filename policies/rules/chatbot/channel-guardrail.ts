/** What bounds the members of a chat channel, whichever the application. */
import { WIDE_OPEN_POLICIES } from "../../../facts/chatbot/channels";
import { UNKNOWN, isList, show } from "../../properties";
import { type Requirement, found } from "../../requirements";
import { fail, pass, undecided } from "../../result";

export const RATIONALE =
  "Who may write in a channel may run commands there, as far as the channel's role and its guardrail policies let them. Without guardrail " +
  "policies AWS applies AdministratorAccess, so that a role which is widened later, by anybody, opens the account to a chat.";

export const REMEDIATION =
  "Set guardrailPolicyArns to arn:aws:iam::aws:policy/AWSDenyAll for a channel that only shows alerts, or to policies of what its members need.";

export const REFERENCES = [
  "https://docs.aws.amazon.com/chatbot/latest/adminguide/understanding-permissions.html",
] as const;

/** Some policy bounds the channel, and none that bounds nothing. */
export const isBounded: Requirement = (properties, property) => {
  const policies = properties["guardrailPolicyArns"];
  if (policies === UNKNOWN) {
    return undecided(property);
  }
  if (!isList(policies) || policies.length === 0) {
    return fail(
      property,
      `${found(policies)}, for which AWS applies AdministratorAccess; set it to policies that bound the members of the channel`,
    );
  }
  const open = policies.filter(
    (policy) => typeof policy === "string" && WIDE_OPEN_POLICIES.some((name) => policy.endsWith(`:policy/${name}`)),
  );
  if (open.length > 0) {
    return fail(property, `has ${open.map(show).join(", ")}, which bounds nobody; leave it out`);
  }
  return policies.includes(UNKNOWN) ? undecided(property) : pass;
};
