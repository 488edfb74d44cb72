/** Asks the evaluator every case of the truth tables. */
import assert from "node:assert/strict";
import { carriedIn } from "../../../policies/iam/conditions";
import {
  allowsCall,
  allowsEverywhere,
  isEveryAction,
  isEveryResource,
  policiesOf,
  strangersIn,
  wholeServices,
} from "../../../policies/iam/evaluation";
import type { PropertyMap } from "../../../policies/properties";
import { ACTIONS } from "./truth-tables/actions";
import { BOUNDARIES } from "./truth-tables/boundaries";
import { COMBINATIONS } from "./truth-tables/combinations";
import { CONDITIONS } from "./truth-tables/conditions";
import { DENIES } from "./truth-tables/denies";
import { FEDERATION } from "./truth-tables/federation";
import { PRINCIPALS } from "./truth-tables/principals";
import { RESOURCES } from "./truth-tables/resources";
import { SERVICES } from "./truth-tables/services";
import type { Strangers, TruthCase } from "./truth-tables/truth-case";

const TABLES: Readonly<Record<string, readonly TruthCase[]>> = {
  actions: ACTIONS,
  resources: RESOURCES,
  principals: PRINCIPALS,
  conditions: CONDITIONS,
  denies: DENIES,
  boundaries: BOUNDARIES,
  combinations: COMBINATIONS,
  federation: FEDERATION,
  services: SERVICES,
};

describe("the truth table of IAM", () => {
  for (const [subject, cases] of Object.entries(TABLES)) {
    describe(`on ${subject}`, () => {
      for (const one of cases) {
        it(`${one.title} (${one.page})`, () => assert.deepEqual(answer(one), one.expected));
      }
    });
  }

  it("has at least 400 cases, each with a title of its own", () => {
    const titles = Object.entries(TABLES).flatMap(([subject, cases]) =>
      cases.map(({ title }) => `${subject}: ${title}`),
    );
    assert.ok(titles.length >= 400, String(titles.length));
    assert.deepEqual(
      titles.filter((title, index) => titles.indexOf(title) !== index),
      [],
    );
  });
});

function answer(one: TruthCase): unknown {
  if ("everyAction" in one) {
    return isEveryAction(one.everyAction.map((action) => action.toLowerCase()));
  }
  if ("wholeServices" in one) {
    return wholeServices(one.wholeServices.map((action) => action.toLowerCase()));
  }
  if ("everyResource" in one) {
    return isEveryResource(one.everyResource);
  }
  const policies = read(one.policy);
  if ("call" in one) {
    const { context, ...call } = one.call;
    return allowsCall(
      { ...policies, limits: (one.limits ?? []).map(read) },
      { ...call, carries: [carriedIn(context)] },
    );
  }
  if ("everywhere" in one) {
    return allowsEverywhere(policies, one.everywhere);
  }
  const reached = policies.statements.flatMap((statement) => strangersIn(statement, policies.statements, one.home));
  const expected: Strangers =
    reached.length === 0
      ? "nobody"
      : reached.every(({ fromNamedNetworks }) => fromNamedNetworks)
        ? "whoever is in the networks"
        : "strangers";
  return expected;
}

function read(statements: readonly PropertyMap[]) {
  const policies = policiesOf([{ Version: "2012-10-17", Statement: statements }]);
  assert.deepEqual(policies.possible, []);
  assert.equal(policies.statements.length, statements.length, "the policy cannot be read");
  return policies;
}
