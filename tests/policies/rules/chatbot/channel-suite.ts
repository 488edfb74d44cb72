/** The cases of a rule on what bounds the members of a channel, whichever the application. */
import type { WireMap } from "../../../../pulumi/stack-state";
import type { ResourceSuite } from "../../rule-harness";

const ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";
const DEFAULT = "for which AWS applies AdministratorAccess; set it to policies that bound the members of the channel";

/** @param ids of the channel, as its application knows it */
export function channelSuite(ids: WireMap): ResourceSuite {
  return {
    example: {
      configurationName: "oncall",
      iamRoleArn: "arn:aws:iam::111122223333:role/oncall",
      ...ids,
      guardrailPolicyArns: ["arn:aws:iam::aws:policy/AWSDenyAll"],
    },
    passes: [
      { title: "a policy of the account", set: { guardrailPolicyArns: ["arn:aws:iam::111122223333:policy/chat"] } },
      { title: "read access", set: { guardrailPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] } },
    ],
    fails: [
      { title: "no policy", remove: ["guardrailPolicyArns"], message: `is not set, ${DEFAULT}` },
      { title: "an empty list", set: { guardrailPolicyArns: [] }, message: `is [], ${DEFAULT}` },
      {
        title: "AdministratorAccess beside a policy that denies",
        set: { guardrailPolicyArns: ["arn:aws:iam::aws:policy/AWSDenyAll", ADMINISTRATOR] },
        message: `has "${ADMINISTRATOR}", which bounds nobody; leave it out`,
      },
      {
        title: "PowerUserAccess of another partition",
        set: { guardrailPolicyArns: ["arn:aws-us-gov:iam::aws:policy/PowerUserAccess"] },
        message: 'has "arn:aws-us-gov:iam::aws:policy/PowerUserAccess", which bounds nobody; leave it out',
      },
    ],
    unknown: ["guardrailPolicyArns", { path: "guardrailPolicyArns.0", property: "guardrailPolicyArns" }],
  };
}
