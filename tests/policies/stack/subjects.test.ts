import assert from "node:assert/strict";
import { type Result, exempt, fail, notApplicable, pass, undecided } from "../../../policies/result";
import { type PropertyMap, UNKNOWN } from "../../../policies/properties";
import { resourceType } from "../../../policies/resource-type";
import { Stack, type StackResource } from "../../../policies/stack/stack";
import {
  PROVIDERS_REGION,
  comesAfter,
  eachOf,
  inSameRegion,
  isInGovernedRegion,
  regionOf,
} from "../../../policies/stack/subjects";

function resource(urn: string, properties: PropertyMap = {}, links: Partial<StackResource> = {}): StackResource {
  return {
    urn,
    type: "type",
    name: urn,
    properties,
    protect: false,
    parent: undefined,
    dependencies: [],
    propertyDependencies: {},
    ...links,
  };
}

const TYPE = resourceType("type");
const OTHER = resourceType("other");

describe("the region of a resource", () => {
  const component = resource("component", { region: "eu-west-1" });
  const group = resource("group", {}, { parent: "component" });
  const own = resource("own", { region: "us-east-1" }, { parent: "group" });
  const inherited = resource("inherited", { region: UNKNOWN }, { parent: "group" });
  const lost = resource("lost", { region: UNKNOWN });
  const plain = resource("plain");
  const stack = new Stack([component, group, own, inherited, lost, plain]);

  it("is its own, else the nearest component's, else the provider's", () => {
    assert.equal(regionOf(stack, own), "us-east-1");
    assert.equal(regionOf(stack, inherited), "eu-west-1");
    assert.equal(regionOf(stack, plain), PROVIDERS_REGION);
  });

  it("is unknown when nothing around an unknown one tells", () => {
    assert.equal(regionOf(stack, lost), UNKNOWN);
    assert.equal(inSameRegion(stack, lost, own), UNKNOWN);
    assert.equal(isInGovernedRegion(stack, lost, "us-east-1", ["us-east-1"]), UNKNOWN);
  });

  it("is compared by name", () => {
    assert.equal(inSameRegion(stack, inherited, component), true);
    assert.equal(inSameRegion(stack, own, component), false);
    assert.equal(inSameRegion(stack, own, plain), false);
  });

  it("is a governed one for certain when the provider's region is the only one", () => {
    assert.equal(isInGovernedRegion(stack, plain, "eu-west-1", ["eu-west-1"]), true);
    assert.equal(isInGovernedRegion(stack, plain, "eu-west-1", ["eu-west-1", "us-east-1"]), UNKNOWN);
    assert.equal(isInGovernedRegion(stack, own, "eu-west-1", ["eu-west-1"]), false);
  });
});

describe("the order of resources", () => {
  it("follows dependencies and properties through other resources, in a circle too", () => {
    const first = resource("first");
    const second = resource("second", {}, { propertyDependencies: { bucket: ["first", "elsewhere"] } });
    const third = resource("third", {}, { dependencies: ["second"] });
    const turning = resource("turning", {}, { dependencies: ["turned"] });
    const turned = resource("turned", {}, { dependencies: ["turning"] });
    const stack = new Stack([first, second, third, turning, turned]);
    assert.equal(comesAfter(stack, third, first), true);
    assert.equal(comesAfter(stack, first, third), false);
    assert.equal(comesAfter(stack, turning, first), false);
  });
});

describe("a question asked of each resource", () => {
  const stack = new Stack([resource("a"), resource("b")]);
  const answers = (a: Result, b: Result) => eachOf(stack, TYPE, ({ urn }) => (urn === "a" ? a : b));

  it("says of each finding which resource it is about", () => {
    assert.deepEqual(answers(fail("p", "m"), undecided("q")), [
      fail("p", "m", { urn: "a" }),
      { ...undecided("q"), urn: "b" },
    ]);
    assert.deepEqual(answers(fail("p", "m", { urn: "other" }), pass), [fail("p", "m", { urn: "other" })]);
  });

  it("says of what the program itself excuses which resource it is about, beside findings", () => {
    assert.deepEqual(answers(exempt("p", "m"), pass), [{ ...exempt("p", "m"), urn: "a" }]);
    assert.deepEqual(answers(exempt("p", "m"), notApplicable("because")), [{ ...exempt("p", "m"), urn: "a" }]);
    assert.deepEqual(answers(exempt("p", "m"), fail("p", "m")), [
      { ...exempt("p", "m"), urn: "a" },
      fail("p", "m", { urn: "b" }),
    ]);
  });

  it("passes when one resource passes, and is not applicable when it is for all", () => {
    const excused = notApplicable("because");
    assert.deepEqual(answers(pass, excused), pass);
    assert.deepEqual(answers(excused, excused), excused);
    assert.deepEqual(
      eachOf(stack, OTHER, () => fail("p", "m")),
      pass,
    );
  });
});
