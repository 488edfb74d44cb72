/** Key policies for the tests of rules on keys. */
import type { WireMap } from "../../../../pulumi/stack-state";

/** A policy that lets the account manage the key, and whatever else the statements say. */
export function keyPolicy(...statements: readonly WireMap[]): string {
  const account = allow({ AWS: "arn:aws:iam::111122223333:root" }, { Action: "kms:*" });
  return JSON.stringify({ Version: "2012-10-17", Statement: [account, ...statements] });
}

export function allow(Principal: string | WireMap, more: WireMap = {}): WireMap {
  return { Effect: "Allow", Principal, Action: "kms:Decrypt", Resource: "*", ...more };
}
