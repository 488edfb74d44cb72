import assert from "node:assert/strict";
import { awsEnvironment } from "../../preview/aws/environment";
import { answerFunction } from "../../preview/aws/functions";
import { policyDocument } from "../../preview/aws/policy-document";
import { UNKNOWN_VALUE } from "../../pulumi/wire";
import { text } from "./foreign-program";
import { POLICY_DOCUMENTS, REFUSED_POLICY_DOCUMENTS } from "./policy-documents";

const TOKEN = "aws:iam/getPolicyDocument:getPolicyDocument";

function parsed(document: ReturnType<typeof policyDocument>): unknown {
  return typeof document?.["json"] === "string" ? JSON.parse(document["json"]) : undefined;
}

/** The provider itself is asked in tests/simulated-account/policy-document.test.ts. */
describe("a computed policy document", () => {
  it("is what the function answers, with its arguments", () => {
    const statements = [{ sid: "Read", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::logs/*"] }];
    assert.deepEqual(answerFunction(TOKEN, { statements }, awsEnvironment({})), {
      statements,
      version: "2012-10-17",
      id: "1266613095",
      json: [
        ...["{", '  "Version": "2012-10-17",', '  "Statement": [', "    {", '      "Sid": "Read",'],
        ...['      "Effect": "Allow",', '      "Action": "s3:GetObject",', '      "Resource": "arn:aws:s3:::logs/*"'],
        ...["    }", "  ]", "}"],
      ].join("\n"),
      minifiedJson:
        '{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::logs/*"}]}',
    });
  });
  for (const [title, args] of Object.entries(POLICY_DOCUMENTS)) {
    it(`says ${title} the same in both forms`, () => {
      const document = policyDocument(args);
      assert.deepEqual(parsed(document), JSON.parse(text(document?.["minifiedJson"])));
    });
  }
  for (const [title, args] of Object.entries(REFUSED_POLICY_DOCUMENTS)) {
    it(`is none of ${title}`, () => {
      assert.equal(policyDocument(args), undefined);
    });
  }
  it("has an unknown where a value or a list of values is unknown, and is known around it", () => {
    const document = policyDocument({
      statements: [{ actions: ["s3:Get*", UNKNOWN_VALUE], resources: UNKNOWN_VALUE }],
    });
    assert.deepEqual(parsed(document), {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: ["s3:Get*", UNKNOWN_VALUE], Resource: UNKNOWN_VALUE }],
    });
  });
  it("is none where its statements, or a document that it is made from, are unknown", () => {
    assert.equal(policyDocument({ statements: UNKNOWN_VALUE }), undefined);
    assert.equal(policyDocument({ sourcePolicyDocuments: [UNKNOWN_VALUE] }), undefined);
  });
});
