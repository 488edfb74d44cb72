import assert from "node:assert/strict";

import { contractsOf, isTrustBindable, SERVICE_CONTRACTS, SOURCES } from "../../facts/service-contracts";
import { prodResources } from "../support/prod-state";
import { breachOf, type ServiceGrant, serviceGrants } from "./support/grant-breaches";

describe("The table of service contracts", () => {
  for (const contract of SERVICE_CONTRACTS) {
    it(`is whole where ${contract.title}`, () => {
      assert.match(contract.title, /^[A-Z].*[^.]$/);
      assert.match(contract.principal, /^[a-z0-9.-]+(?:\{region\}\.\{suffix\}|\.amazonaws\.com)$/);
      assert.ok(contract.actions.length > 0);
      for (const action of contract.actions) {
        assert.match(action, /^[a-z0-9-]+:[A-Z][A-Za-z]*\*?$/);
      }
      for (const key of [...contract.conditionKeys, ...(contract.unprovenKeys ?? [])]) {
        assert.match(key, /^[a-z0-9]+:\S+$/);
      }
      assert.ok(contract.unprovenKeys === undefined || contract.remark !== undefined, "unproven keys without a remark");
      assert.ok(contract.unprovenKeys === undefined || contract.conditionKeys.length === 0);
      assert.ok(
        SOURCES.some(({ page }) => page === contract.page),
        contract.page,
      );
      assert.ok(contract.confirmed || contract.remark !== undefined, "unconfirmed without a remark");
      assert.equal(contract.resource === undefined, contract.on === "role-trust");
    });
  }

  it("has each title once", () => {
    const titles = SERVICE_CONTRACTS.map(({ title }) => title);
    assert.equal(new Set(titles).size, titles.length);
  });

  it("lists aws:SourceArn or aws:SourceAccount for a role exactly where its trust may be bound", () => {
    for (const { title, on, trustBinding, conditionKeys } of SERVICE_CONTRACTS) {
      const listed = conditionKeys.some((key) => key === "aws:SourceArn" || key === "aws:SourceAccount");
      assert.equal(trustBinding === "supported", on === "role-trust" && listed, title);
      assert.ok(on === "role-trust" || trustBinding === undefined, title);
    }
  });

  it("names no page as read that no contract rests on", () => {
    const pages = SOURCES.map(({ page }) => page);
    assert.deepEqual(
      pages.filter((page) => !SERVICE_CONTRACTS.some((contract) => contract.page === page)),
      [],
    );
  });
});

describe("contractsOf", () => {
  it("finds a regional principal in each region and partition, and only there", () => {
    for (const principal of [
      "logs.eu-central-1.amazonaws.com",
      "logs.us-gov-west-1.amazonaws.com",
      "logs.cn-north-1.amazonaws.com.cn",
      "LOGS.EU-CENTRAL-1.amazonaws.com",
    ]) {
      assert.equal(contractsOf(principal, "key-policy").length, 1, principal);
    }
    for (const principal of ["logs.amazonaws.com", "logs..amazonaws.com", "logs.eu.amazonaws.com", "amazonaws.com"]) {
      assert.deepEqual(contractsOf(principal, "key-policy"), [], principal);
    }
  });

  it("takes a principal with and without China's domain for the same", () => {
    assert.deepEqual(
      contractsOf("config.amazonaws.com.cn", "bucket-policy"),
      contractsOf("config.amazonaws.com", "bucket-policy"),
    );
    assert.equal(contractsOf("config.amazonaws.com", "bucket-policy").length, 3);
  });

  it("keeps the kinds of policy apart and knows nothing of other services", () => {
    assert.deepEqual(
      contractsOf("events.amazonaws.com", "queue-policy").map(({ actions }) => actions),
      [["sqs:SendMessage"]],
    );
    assert.deepEqual(contractsOf("events.amazonaws.com", "bucket-policy"), []);
    assert.deepEqual(contractsOf("example.amazonaws.com", "bucket-policy"), []);
    assert.deepEqual(contractsOf("evil-config.amazonaws.com", "bucket-policy"), []);
  });
});

describe("isTrustBindable", () => {
  const answers: readonly (readonly [string, boolean | undefined])[] = [
    ["bedrock.amazonaws.com", true],
    ["config.amazonaws.com", true],
    ["logs.amazonaws.com", true],
    ["states.amazonaws.com", true],
    ["sagemaker.amazonaws.com.cn", true],
    ["cloudtrail.amazonaws.com", false],
    ["ec2.amazonaws.com", false],
    ["ec2.amazonaws.com.cn", false],
    ["pods.eks.amazonaws.com", false],
    ["edgelambda.amazonaws.com", false],
    ["lambda.amazonaws.com", undefined],
    ["firehose.amazonaws.com", undefined],
    // Known, but it assumes no role.
    ["sns.amazonaws.com", undefined],
    ["example.amazonaws.com", undefined],
  ];
  for (const [principal, answer] of answers) {
    it(`answers ${answer ?? "nothing"} for ${principal}`, () => assert.equal(isTrustBindable(principal), answer));
  }
});

describe("A grant to a service", () => {
  const trail: ServiceGrant = {
    resource: "bucket-policy",
    on: "bucket-policy",
    sid: "Write",
    principal: "cloudtrail.amazonaws.com",
    actions: ["s3:PutObject"],
    conditionKeys: ["aws:sourcearn", "s3:x-amz-acl"],
  };

  it("keeps to its contract with the contract's keys, with fewer, and in any case of letters", () => {
    assert.equal(breachOf(trail), undefined);
    assert.equal(breachOf({ ...trail, conditionKeys: [] }), undefined);
    assert.equal(breachOf({ ...trail, actions: ["S3:putobject"] }), undefined);
  });

  it("breaks it with an action or a key of another contract, and where there is none", () => {
    assert.match(breachOf({ ...trail, actions: ["s3:PutObject", "s3:GetObject"] }) ?? "", /has all of/);
    assert.match(breachOf({ ...trail, actions: ["s3:*"] }) ?? "", /has all of/);
    assert.match(breachOf({ ...trail, actions: ["s3:GetBucketAcl"] }) ?? "", /does not send s3:x-amz-acl/);
    assert.match(breachOf({ ...trail, principal: "example.amazonaws.com" }) ?? "", /no contract/);
  });

  it("may carry a key of which no page says that it is sent only where a call without it is let through", () => {
    const topicKey: ServiceGrant = {
      ...trail,
      on: "key-policy",
      principal: "events.amazonaws.com",
      actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
      conditionKeys: [],
      keysIfExist: ["kms:encryptioncontext:aws:sns:topicarn"],
    };
    assert.equal(breachOf(topicKey), undefined);
    assert.equal(breachOf({ ...topicKey, keysIfExist: [] }), undefined);
    assert.match(breachOf({ ...topicKey, keysIfExist: ["aws:sourcearn"] }) ?? "", /does not send aws:sourcearn/);
    assert.match(
      breachOf({ ...topicKey, conditionKeys: topicKey.keysIfExist ?? [], keysIfExist: [] }) ?? "",
      /does not send kms:encryptioncontext:aws:sns:topicarn/,
    );
    assert.match(breachOf({ ...trail, keysIfExist: ["aws:sourceaccount"] }) ?? "", /does not send aws:sourceaccount/);
  });

  it("may stay below a wildcard and not go beyond it", () => {
    const key: ServiceGrant = { ...trail, on: "key-policy", actions: ["kms:GenerateDataKey*"], conditionKeys: [] };
    assert.equal(breachOf(key), undefined);
    assert.equal(breachOf({ ...key, actions: ["kms:GenerateDataKeyWithoutPlaintext"] }), undefined);
    assert.match(breachOf({ ...key, actions: ["kms:Generate*"] }) ?? "", /has all of/);
  });

  it("may bind a role's trust only where the service supports it", () => {
    const trust: ServiceGrant = {
      ...trail,
      on: "role-trust",
      actions: ["sts:AssumeRole"],
      conditionKeys: ["aws:sourcearn"],
    };
    assert.equal(breachOf({ ...trust, principal: "bedrock.amazonaws.com" }), undefined);
    assert.match(breachOf(trust) ?? "", /may not be bound/);
    assert.match(breachOf({ ...trust, principal: "lambda.amazonaws.com" }) ?? "", /may not be bound/);
    assert.equal(breachOf({ ...trust, conditionKeys: [] }), undefined);
  });
});

describe("The prod stack", () => {
  let grants: readonly ServiceGrant[] = [];
  before(async () => {
    grants = serviceGrants(await prodResources());
  });

  it("grants something by each kind of policy that it declares", () => {
    assert.deepEqual([...new Set(grants.map(({ on }) => on))].sort(), [
      "bucket-policy",
      "key-policy",
      "log-resource-policy",
      "queue-policy",
      "role-trust",
      "topic-policy",
    ]);
    assert.ok(grants.length > 20, String(grants.length));
  });

  it("grants to AWS services only what their contracts say, on conditions that they fulfil", () => {
    const breaches = grants.flatMap((grant) => {
      const breach = breachOf(grant);
      return breach === undefined ? [] : [`${grant.resource} (${grant.sid}): ${breach}`];
    });
    assert.deepEqual(breaches, []);
  });

  it("binds no trust of a service that sends no source, by whatever operator", () => {
    const unbindable = grants.filter(
      ({ on, principal }) => on === "role-trust" && isTrustBindable(principal) === false,
    );
    assert.ok(
      unbindable.some(({ principal }) => principal === "cloudtrail.amazonaws.com"),
      "CloudTrail's role is among them",
    );
    assert.deepEqual(
      unbindable.flatMap(({ resource, conditionKeys, keysIfExist = [] }) =>
        [...conditionKeys, ...keysIfExist].map((key) => `${resource}: ${key}`),
      ),
      [],
    );
  });
});
