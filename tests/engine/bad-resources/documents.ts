/** Policy documents that let in, or give, what they are told to. */
import type { WireMap } from "../../../pulumi/stack-state";

const SERVICE = { Service: "cloudtrail.amazonaws.com" };
const BOUND = { Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } } };

const documentOf = (...statements: readonly WireMap[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** A resource policy that lets in what it is told to, over TLS only. */
function resourcePolicy(statement: WireMap): string {
  const tlsOnly = {
    Effect: "Deny",
    Principal: "*",
    Action: "*",
    Resource: "*",
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
  return documentOf(tlsOnly, { Effect: "Allow", Resource: "*", ...statement });
}

/** A resource policy by which a service may do the action for any of its customers. */
export const serviceMay = (Action: string): string => resourcePolicy({ Principal: SERVICE, Action });

/** A resource policy by which a service may do the action for one account. */
export const boundServiceMay = (Action: string): string => resourcePolicy({ Principal: SERVICE, Action, ...BOUND });

/** A resource policy for the account itself. */
export const accountMay = (Action: string): string =>
  resourcePolicy({ Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action });

export const everyoneMay = (Action: string): string => resourcePolicy({ Principal: "*", Action });

/** Permissions for the action on everything. */
export const grant = (Action: string): string => documentOf({ Effect: "Allow", Action, Resource: "*" });

/** A trust policy without a condition. */
export const trust = (Principal: WireMap | string): string =>
  documentOf({ Effect: "Allow", Principal, Action: "sts:AssumeRole" });

/** A trust policy by which a service may do whatever the trust policy can give, for one account. */
export const broadTrust = (): string => documentOf({ Effect: "Allow", Principal: SERVICE, Action: "sts:*", ...BOUND });
