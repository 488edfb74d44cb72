/**
 * Functions that settings answer: which account, region and partition this is. The answer to every other function is
 * known to an account or a plugin only, and is never invented.
 */
import type { WireMap } from "../../state/stack-state";
import { UNKNOWN_VALUE } from "../../state/wire";
import type { AwsEnvironment } from "./environment";

type Answer = (environment: AwsEnvironment, args: WireMap) => WireMap | undefined;

const ANSWERS: Readonly<Record<string, Answer>> = {
  "aws:index/getCallerIdentity:getCallerIdentity": ({ accountId, partition }) => ({
    accountId,
    id: accountId,
    arn: `arn:${partition}:iam::${accountId}:root`,
    userId: accountId,
  }),
  "aws:index/getRegion:getRegion": ({ region, dnsSuffix }, args) => {
    const name = typeof args["region"] === "string" ? args["region"] : region;
    // The description is a display name of AWS's own, which no setting tells.
    return { region: name, name, id: name, endpoint: `ec2.${name}.${dnsSuffix}`, description: UNKNOWN_VALUE };
  },
  "aws:index/getPartition:getPartition": ({ partition, dnsSuffix }) => ({
    partition,
    id: partition,
    dnsSuffix,
    reverseDnsPrefix: dnsSuffix.split(".").reverse().join("."),
  }),
};

/** The answer, or `undefined` when only an account or a plugin has it. */
export function answerFunction(token: string, args: WireMap, environment: AwsEnvironment): WireMap | undefined {
  return Object.hasOwn(ANSWERS, token) ? ANSWERS[token]?.(environment, args) : undefined;
}
