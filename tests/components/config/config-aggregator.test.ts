import assert from "node:assert/strict";

import { ConfigAggregator, type ConfigAggregatorArgs } from "../../../components/config/config-aggregator";
import { OptionError } from "../../../components/base/options";
import { PLACE, record, type Recording } from "../recorder";

const COMPONENT = "ai-governance-baseline:index:ConfigAggregator whole";
const AGGREGATOR = "aws:cfg/configurationAggregator:ConfigurationAggregator";
const ROLE = "aws:iam/role:Role";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const ROLE_ARN = "arn:aws:iam::123456789012:role/organization-reader";

describe("ConfigAggregator", () => {
  it("is an aggregator of every region of the account, and nothing else", async () => {
    const made = await aggregator();
    assert.deepEqual(made.children(), [COMPONENT, `${AGGREGATOR} whole`].sort());
    assert.deepEqual(made.inputs(AGGREGATOR, "whole"), {
      name: "whole",
      accountAggregationSource: { accountIds: [PLACE.accountId], allRegions: true },
    });
  });

  it("is one of the named regions alone, in the named region", async () => {
    const made = await aggregator({ regions: ["eu-central-1", "us-east-1"], region: "eu-west-1" });
    assert.deepEqual(made.inputs(AGGREGATOR, "whole"), {
      name: "whole",
      accountAggregationSource: { accountIds: [PLACE.accountId], regions: ["eu-central-1", "us-east-1"] },
      region: "eu-west-1",
    });
  });

  it("of an organization has a role that AWS Config alone assumes, with AWS's policy, before the aggregator", async () => {
    const made = await aggregator({ accounts: "organization" });
    assert.deepEqual(
      made.children(),
      [COMPONENT, `${AGGREGATOR} whole`, `${ROLE} whole-role`, `${ATTACHMENT} whole-role-policy`].sort(),
    );
    const { assumeRolePolicy, ...role } = made.inputs(ROLE, "whole-role");
    assert.deepEqual(role, {
      name: "whole-role",
      description: "AWS Config reads the accounts of the organization for the aggregator whole",
    });
    assert.deepEqual(JSON.parse(String(assumeRolePolicy)), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "ConfigAssumesRole",
          Effect: "Allow",
          Principal: { Service: "config.amazonaws.com" },
          Action: "sts:AssumeRole",
        },
      ],
    });
    assert.equal(
      made.inputs(ATTACHMENT, "whole-role-policy")["policyArn"],
      "arn:aws:iam::aws:policy/service-role/AWSConfigRoleForOrganizations",
    );
    assert.deepEqual(made.registration(AGGREGATOR, "whole").dependsOn, [`${ATTACHMENT} whole-role-policy`]);
  });

  it("of an organization takes a role that exists", async () => {
    const made = await aggregator({ accounts: "organization", role: { existing: { arn: ROLE_ARN } } });
    assert.deepEqual(made.children(), [COMPONENT, `${AGGREGATOR} whole`].sort());
    assert.deepEqual(made.inputs(AGGREGATOR, "whole"), {
      name: "whole",
      organizationAggregationSource: { roleArn: ROLE_ARN, allRegions: true },
    });
  });

  it("refuses no regions, and a role that it would ignore", async () => {
    await assert.rejects(
      aggregator({ regions: [] }),
      new OptionError({
        path: 'ConfigAggregator "whole": regions',
        got: [],
        allowed: '"all", or one or more regions',
        fix: "Name the regions to aggregate, or leave the option out.",
      }),
    );
    await assert.rejects(
      aggregator({ role: { existing: { arn: ROLE_ARN } } }),
      /ConfigAggregator "whole": role .* nothing with accounts "own"/,
    );
  });
});

function aggregator(args?: ConfigAggregatorArgs): Promise<Recording> {
  return record(() => new ConfigAggregator("whole", args));
}
