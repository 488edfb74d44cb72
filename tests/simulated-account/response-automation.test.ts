/** What the setting responseAutomation declares, applied to a simulated account by the real Terraform AWS provider, and verified there. */
import assert from "node:assert/strict";
import { SSM } from "@aws-sdk/client-ssm";
import { RESPONSE_IDS } from "../../runbooks/responses";
import { requireRealProvider } from "../support/account-tools";
import { type AppliedPart, HOME, applyPart } from "../support/real-provider/applied-part";

const PREFIX = `baseline-${HOME}-response`;
const SETTINGS = {
  responseAutomation: JSON.stringify({
    mode: "create",
    approvers: ["arn:aws:iam::444455556666:role/data-governance"],
  }),
};

describe("responses to what runbooks find, in an account", function () {
  this.timeout(300_000);
  let part: AppliedPart;
  let ssm: SSM;

  before(async function () {
    requireRealProvider(this);
    part = await applyPart(
      SETTINGS,
      ({ urn }) => urn.includes("$ai-governance-baseline:index:ResponseAutomation$") && !urn.includes("us-east-1"),
    );
    ssm = new SSM(part.account.clientSettings(HOME));
  });

  after(() => part.close());

  const contentOf = async (Name: string): Promise<string> => (await ssm.getDocument({ Name })).Content ?? "";

  it("are what was declared, by the names of a preview and by those of an exported state", async () => {
    assert.deepEqual(await part.said(part.deployed), []);
    assert.deepEqual(await part.said(part.previewed), []);
    const { DocumentIdentifiers = [] } = await ssm.listDocuments({
      Filters: [{ Key: "Owner", Values: ["Self"] }],
    });
    assert.deepEqual(
      DocumentIdentifiers.map(({ Name }) => Name).sort(),
      RESPONSE_IDS.map((id) => `${PREFIX}-${id}`).sort(),
    );
  });

  it("are seen to change something without an approval", async () => {
    const Name = `${PREFIX}-disable-endpoint`;
    const declared = await contentOf(Name);
    const Content = declared.replace('"NextStep":"Approve"', '"NextStep":"DeleteEndpoint"');
    assert.notEqual(Content, declared);
    const update = async (content: string) => {
      const { DocumentDescription } = await ssm.updateDocument({
        Name,
        Content: content,
        DocumentVersion: "$LATEST",
        DocumentFormat: "JSON",
      });
      const { DocumentVersion } = DocumentDescription ?? {};
      await ssm.updateDocumentDefaultVersion({ Name, DocumentVersion });
    };
    await update(Content);
    const [finding = "", ...others] = await part.said(part.deployed);
    assert.deepEqual(others, []);
    assert.match(
      finding,
      new RegExp(
        `^fail verify-ssm-document-as-declared ${Name}: is DeleteEndpoint in the account; the stack declares Approve`,
      ),
    );
    await ssm.deleteDocument({ Name });
    assert.match((await part.said(part.deployed)).join("\n"), new RegExp(`${Name}: is missing in the account`));
  });
});
