/** Whether a key's policy lets a service do what it has to do with the key. */
import { KEY_POLICY, type KEY } from "../resources";
import { type Result, fail, pass, undecided } from "../result";
import type { Stack, StackResourceOf } from "../stack/stack";
import { type CallContext, isAllowed } from "./calls";
import { parseDocument } from "./policy-document";

/** One call that a service makes with a key. */
export interface KeyRequest {
  /** `kms:GenerateDataKey`. */
  readonly action: string;
  readonly context: CallContext;
}

/** What a resource needs of the key that it references. */
export interface KeyUse {
  /** The property by which the resource references the key. */
  readonly property: string;
  readonly service: string;
  readonly requests: readonly KeyRequest[];
}

type Key = StackResourceOf<typeof KEY>;

export function allowsKeyUse(stack: Stack, key: Key, { property, service, requests }: KeyUse): Result {
  const [separate] = stack.referencing(key, KEY_POLICY, "keyId");
  const document = parseDocument((separate ?? key).properties.policy);
  const references = `references the key ${key.name}, whose policy`;
  switch (document.kind) {
    case "unknown":
      return undecided(property);
    case "absent":
      return fail(
        property,
        `references the key ${key.name}, which has no policy; set one that allows ${service} to use it`,
      );
    case "unparseable":
      return fail(property, `${references} cannot be read: ${document.problem}; set it to a JSON policy document`);
    case "document": {
      const { arn } = key.properties;
      const resource = typeof arn === "string" ? { resource: arn } : {};
      const denied = requests.filter(
        (request) => !isAllowed(document.statements, { ...request, ...resource, service }),
      );
      return denied.length === 0
        ? pass
        : fail(
            property,
            `${references} does not allow ${service} ${denied.map(({ action }) => action).join(", ")}; allow it`,
          );
    }
  }
}
