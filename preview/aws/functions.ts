/**
 * Functions whose results follow from the settings - the account, region and partition - or from their arguments. Only an
 * account or a plugin knows the results of all other functions, and they are never invented.
 */
import type { WireMap } from "../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../pulumi/wire";
import type { AwsEnvironment } from "./environment";
import { policyDocument } from "./policy-document";

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
    // The description is AWS's display name, which does not follow from the settings.
    return { region: name, name, id: name, endpoint: `ec2.${name}.${dnsSuffix}`, description: UNKNOWN_VALUE };
  },
  "aws:index/getPartition:getPartition": ({ partition, dnsSuffix }) => ({
    partition,
    id: partition,
    dnsSuffix,
    reverseDnsPrefix: dnsSuffix.split(".").reverse().join("."),
  }),
  "aws:iam/getPolicyDocument:getPolicyDocument": (_, args) => policyDocument(args),
};

/** The result, or `undefined` if only an account or a plugin knows it. */
export function answerFunction(token: string, args: WireMap, environment: AwsEnvironment): WireMap | undefined {
  return Object.hasOwn(ANSWERS, token) ? ANSWERS[token]?.(environment, args) : undefined;
}
