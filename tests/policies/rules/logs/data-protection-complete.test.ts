import assert from "node:assert/strict";
import fc from "fast-check";
import { dataProtectionComplete } from "../../../../policies/rules/logs/data-protection-complete";
import type { WireMap } from "../../../../state/stack-state";
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
  const demand = "it must have one Audit and one Deidentify statement";
  return bad(title, policy(...statements), `has other statements than it must (${counts}); ${demand}`);
}

function unreadable(title: string, document: string, problem: string): FailingCase {
  return bad(title, document, `cannot be read: ${problem}; it must be a data-protection policy`);
}

describeResourceRule(dataProtectionComplete, {
  fails: [
    otherStatements("a policy that only finds", "1 in all, 1 with Audit, 0 with Deidentify", find("Name")),
    otherStatements("a policy that only masks", "1 in all, 0 with Audit, 1 with Deidentify", mask("Name")),
    otherStatements("a policy without statements", "0 in all, 0 with Audit, 0 with Deidentify"),
    otherStatements(
      "a policy with a third statement",
      "3 in all, 1 with Audit, 2 with Deidentify",
      find("Name"),
      mask("Name"),
      mask("Address"),
    ),
    otherStatements(
      "one statement that does both",
      "2 in all, 1 with Audit, 1 with Deidentify",
      {
        DataIdentifier: ["Name"],
        Operation: { Audit: { FindingsDestination: {} }, Deidentify: { MaskConfig: {} } },
      },
      { DataIdentifier: ["Name"] },
    ),
    bad(
      "a policy that finds more than it masks",
      policy(find("Name", "Address"), mask("Name")),
      "finds but does not mask Address; it must mask what it finds",
    ),
    bad(
      "a policy that masks more than it finds",
      policy(find("Name"), mask("Name", "Address")),
      "masks but does not find Address; it must find what it masks",
    ),
    bad("a policy without identifiers", policy(find(), mask()), "names no data identifier; it must name what to mask"),
    bad(
      "an Audit without a destination",
      policy({ DataIdentifier: ["Name"], Operation: { Audit: {} } }, mask("Name")),
      "has an Audit without FindingsDestination; it must have one, if only {}",
    ),
    bad(
      "a Deidentify without MaskConfig",
      policy(find("Name"), { DataIdentifier: ["Name"], Operation: { Deidentify: {} } }),
      "has a Deidentify whose MaskConfig is not {}; it must be {}",
    ),
    bad(
      "a MaskConfig that says something",
      policy(find("Name"), { DataIdentifier: ["Name"], Operation: { Deidentify: { MaskConfig: { mask: false } } } }),
      "has a Deidentify whose MaskConfig is not {}; it must be {}",
    ),
    {
      title: "an absent policy",
      remove: ["policyDocument"],
      message: "is absent; it must be a data-protection policy",
    },
    bad("an empty policy", "", 'is ""; it must be a data-protection policy'),
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

describe("what data-protection-complete demands", () => {
  it("passes exactly when what is found and what is masked are the same, and something", () => {
    const identifiers = fc.uniqueArray(fc.constantFrom("Name", "Address", "EmailAddress", "Ssn-US"));
    fc.assert(
      fc.property(identifiers, identifiers, (found, masked) => {
        const properties = { policyDocument: policy(find(...found), mask(...masked)) };
        const resource = { urn: "urn", name: "mask", type: dataProtectionComplete.type, properties, protect: true };
        const isSame = found.length > 0 && [...found].sort().join() === [...masked].sort().join();
        assert.equal([dataProtectionComplete.judge(resource, {})].flat().length === 0, isSame);
      }),
    );
  });
});
