import assert from "node:assert/strict";
import fc from "fast-check";
import { logsDataProtectionMasksFindings } from "../../../../policies/rules/logs/logs-data-protection-masks-findings";
import type { WireMap } from "../../../../pulumi/stack-state";
import { type FailingCase, describeResourceRule } from "../../rule-harness";

const find = (...identifiers: readonly string[]): WireMap => ({
  DataIdentifier: identifiers,
  Operation: { Audit: { FindingsDestination: {} } },
});
const mask = (...identifiers: readonly string[]): WireMap => ({
  DataIdentifier: identifiers,
  Operation: { Deidentify: { MaskConfig: {} } },
});
const policy = (...statements: readonly WireMap[]): string =>
  JSON.stringify({ Name: "mask", Version: "2021-06-01", Statement: statements });

function bad(title: string, policyDocument: string, message: string): FailingCase {
  return { title, set: { policyDocument }, message };
}

function otherStatements(title: string, counts: string, ...statements: readonly WireMap[]): FailingCase {
  const message = `does not consist of one Audit and one Deidentify statement (${counts}); write these two`;
  return bad(title, policy(...statements), message);
}

function unreadable(title: string, document: string, problem: string): FailingCase {
  return bad(title, document, `cannot be read: ${problem}; set it to a data protection policy`);
}

describeResourceRule(logsDataProtectionMasksFindings, {
  fails: [
    otherStatements("a policy that only finds", "statements: 1, with Audit: 1, with Deidentify: 0", find("Name")),
    otherStatements("a policy that only masks", "statements: 1, with Audit: 0, with Deidentify: 1", mask("Name")),
    otherStatements("a policy without statements", "statements: 0, with Audit: 0, with Deidentify: 0"),
    otherStatements(
      "a policy with a third statement",
      "statements: 3, with Audit: 1, with Deidentify: 2",
      find("Name"),
      mask("Name"),
      mask("Address"),
    ),
    otherStatements(
      "one statement that does both",
      "statements: 2, with Audit: 1, with Deidentify: 1",
      {
        DataIdentifier: ["Name"],
        Operation: { Audit: { FindingsDestination: {} }, Deidentify: { MaskConfig: {} } },
      },
      { DataIdentifier: ["Name"] },
    ),
    bad(
      "a policy that finds more than it masks",
      policy(find("Name", "Address"), mask("Name")),
      "audits but does not mask Address; add this to the Deidentify statement",
    ),
    bad(
      "a policy that masks more than it finds",
      policy(find("Name"), mask("Name", "Address")),
      "masks but does not audit Address; add this to the Audit statement",
    ),
    bad(
      "a policy without identifiers",
      policy(find(), mask()),
      "names no data identifier; name those to mask in both statements",
    ),
    bad(
      "an Audit without a destination",
      policy({ DataIdentifier: ["Name"], Operation: { Audit: {} } }, mask("Name")),
      "has an Audit operation without FindingsDestination; set it, if only to {}",
    ),
    bad(
      "a Deidentify without MaskConfig",
      policy(find("Name"), { DataIdentifier: ["Name"], Operation: { Deidentify: {} } }),
      "has a Deidentify operation whose MaskConfig is not {}; set it to {}",
    ),
    bad(
      "a MaskConfig that is not empty",
      policy(find("Name"), { DataIdentifier: ["Name"], Operation: { Deidentify: { MaskConfig: { mask: false } } } }),
      "has a Deidentify operation whose MaskConfig is not {}; set it to {}",
    ),
    {
      title: "an absent policy",
      remove: ["policyDocument"],
      message: "is not set; set it to a data protection policy",
    },
    bad("an empty policy", "", 'is ""; set it to a data protection policy'),
    unreadable("a policy that is cut in half", policy(find("Name"), mask("Name")).slice(0, 40), "it is not JSON"),
    unreadable("a policy that is null", "null", "it has no list of statements"),
    unreadable("a policy without a list of statements", "{}", "it has no list of statements"),
    unreadable(
      "a statement without identifiers",
      '{"Statement":[{"DataIdentifier":null}]}',
      "statement 1 has no list of data identifiers",
    ),
  ],
  passes: [
    { title: "the same identifiers in another order", set: { policyDocument: policy(find("A", "B"), mask("B", "A")) } },
    { title: "a policy that masks first", set: { policyDocument: policy(mask("A"), find("A")) } },
    {
      title: "findings that go somewhere",
      set: {
        policyDocument: policy(
          {
            DataIdentifier: ["Name"],
            Operation: { Audit: { FindingsDestination: { CloudWatchLogs: { LogGroup: "/findings" } } } },
          },
          mask("Name"),
        ),
      },
    },
  ],
});

describe("what logs-data-protection-masks-findings requires", () => {
  it("passes exactly when what is found and what is masked are the same, and something", () => {
    const identifiers = fc.uniqueArray(fc.constantFrom("Name", "Address", "EmailAddress", "Ssn-US"));
    fc.assert(
      fc.property(identifiers, identifiers, (found, masked) => {
        const properties = { policyDocument: policy(find(...found), mask(...masked)) };
        const resource = {
          urn: "urn",
          name: "mask",
          type: logsDataProtectionMasksFindings.types[0],
          properties,
          protect: true,
        };
        const isSame = found.length > 0 && [...found].sort().join() === [...masked].sort().join();
        assert.equal([logsDataProtectionMasksFindings.check(resource)].flat().length === 0, isSame);
      }),
    );
  });
});
