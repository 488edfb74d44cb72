/** Whether a key's policy lets a service do what it has to do with the key. */
import { parseDocument } from "../../documents";
import { type Judgement, fail, pass, undecided } from "../../judgement";
import type { Stack, StackResource } from "../../stack";
import { isAllowed } from "../calls";

export const KEY = "aws:kms/key:Key";
const KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";

/** One call that a service makes with a key. */
export interface KeyRequest {
  /** `kms:GenerateDataKey`. */
  readonly action: string;
  /** What the call carries, by condition key in lower case. */
  readonly context: Readonly<Record<string, string>>;
}

/** What a resource needs of the key that it refers to. */
export interface KeyUse {
  /** The property by which the resource refers to the key. */
  readonly property: string;
  readonly service: string;
  readonly requests: readonly KeyRequest[];
}

export function judgeKeyUse(stack: Stack, key: StackResource, { property, service, requests }: KeyUse): Judgement {
  const [separate] = stack.pointingAt(key, KEY_POLICY, "keyId");
  const document = parseDocument((separate ?? key).properties.policy);
  switch (document.kind) {
    case "unknown":
      return undecided(property);
    case "absent":
      return fail(property, `leads to ${key.name}, which has no policy; it must have one that lets ${service} use it`);
    case "unparseable":
      return fail(property, `leads to ${key.name}, whose policy cannot be read: ${document.problem}; it must be JSON`);
    case "document": {
      const { arn } = key.properties;
      const resource = typeof arn === "string" ? { resource: arn } : {};
      const refused = requests.filter(
        (request) => !isAllowed(document.statements, { ...request, ...resource, service }),
      );
      const actions = refused.map(({ action }) => action).join(", ");
      return refused.length === 0
        ? pass
        : fail(property, `leads to ${key.name}, whose policy refuses ${actions} to ${service} here; it must allow it`);
    }
  }
}
