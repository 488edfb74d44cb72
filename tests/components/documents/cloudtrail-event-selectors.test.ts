import assert from "node:assert/strict";

import fc from "fast-check";

import {
  countConditionValues,
  dataEventSelectors,
  managementEvents,
} from "../../../components/documents/cloudtrail-event-selectors";

describe("The event selectors of a trail", () => {
  it("log management events, read and write and of every source", () => {
    assert.deepEqual(managementEvents(), {
      name: "Management events selector",
      fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }],
    });
  });

  it("log no data event where none is chosen", () => {
    assert.deepEqual(dataEventSelectors({ resourceTypes: [], bucketArns: [], functionArns: "none" }), []);
  });

  it("have one selector a resource type, then one for objects and one for functions", () => {
    const chosen = dataEventSelectors({
      resourceTypes: ["AWS::Bedrock::Model", "AWS::Bedrock::Guardrail"],
      bucketArns: ["arn:aws:s3:::a", "arn:aws:s3:::b"],
      functionArns: ["arn:f"],
    });
    const data = (type: string, ...more: object[]) => ({
      name: `${type} data events`,
      fieldSelectors: [
        { field: "eventCategory", equals: ["Data"] },
        { field: "resources.type", equals: [type] },
        ...more,
      ],
    });
    assert.deepEqual(chosen, [
      data("AWS::Bedrock::Model"),
      data("AWS::Bedrock::Guardrail"),
      data("AWS::S3::Object", { field: "resources.ARN", startsWiths: ["arn:aws:s3:::a/", "arn:aws:s3:::b/"] }),
      data("AWS::Lambda::Function", { field: "resources.ARN", equals: ["arn:f"] }),
    ]);
  });

  it("log objects of directory buckets as such, apart from those of general purpose buckets", () => {
    const directory = "arn:aws:s3express:us-east-1:111122223333:bucket/acme--use1-az4--x-s3";
    const chosen = dataEventSelectors({
      resourceTypes: [],
      bucketArns: [directory, "arn:aws:s3:::a"],
      functionArns: "none",
    });
    assert.deepEqual(
      chosen.map(({ fieldSelectors }) => fieldSelectors.slice(1)),
      [
        [
          { field: "resources.type", equals: ["AWS::S3::Object"] },
          { field: "resources.ARN", startsWiths: ["arn:aws:s3:::a/"] },
        ],
        [
          { field: "resources.type", equals: ["AWS::S3Express::Object"] },
          { field: "resources.ARN", startsWiths: [directory] },
        ],
      ],
    );
  });

  it("log all functions with no condition on the function", () => {
    assert.deepEqual(dataEventSelectors({ resourceTypes: [], bucketArns: [], functionArns: "all" })[0], {
      name: "AWS::Lambda::Function data events",
      fieldSelectors: [
        { field: "eventCategory", equals: ["Data"] },
        { field: "resources.type", equals: ["AWS::Lambda::Function"] },
      ],
    });
  });

  it("hold two values a resource type and one an ARN, whatever is chosen", () => {
    const names = fc.array(fc.string({ minLength: 1 }), { maxLength: 20 });
    fc.assert(
      fc.property(names, names, names, (resourceTypes, bucketArns, functionArns) => {
        const values = countConditionValues(dataEventSelectors({ resourceTypes, bucketArns, functionArns }));
        const objects = bucketArns.length === 0 ? 0 : 2 + bucketArns.length;
        assert.equal(values, 2 * resourceTypes.length + objects + 2 + functionArns.length);
      }),
    );
  });
});
