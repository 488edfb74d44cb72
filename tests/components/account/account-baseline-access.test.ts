/** What an AccountBaseline lets be destroyed, be read, and by which roles. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { PROJECT, configWith, stackConfig } from "../../settings/stack-config";
import type { Recording } from "../recorder";
import { LOG_GROUP, baselineOf, settingsOf } from "./baselines";

describe("The destruction of an AccountBaseline", () => {
  /** By profile: whether each log group has deletion protection, each bucket is emptied, anything is protected. */
  const destruction = async (profile: string, others: Record<string, string> = {}) => {
    const recording = await baselineOf(
      settingsOf(configWith({ profile, invocationContent: "full", eksClusters: '[{"name":"a"}]', ...others })),
    );
    const valuesOf = (type: string, property: string) =>
      new Set(recording.registrations.flatMap((made) => (made.type === type ? [made.inputs[property]] : [])));
    return {
      deletionProtected: [...valuesOf(LOG_GROUP, "deletionProtectionEnabled")],
      emptied: [...valuesOf("aws:s3/bucket:Bucket", "forceDestroy")],
      protectedOnes: recording.registrations.filter(({ protect }) => protect === true).length,
      groups: recording.registrations.filter(({ type }) => type === LOG_GROUP).length,
      buckets: recording.registrations.filter(({ type }) => type === "aws:s3/bucket:Bucket").length,
    };
  };

  it("destroys all of a sandbox: no log group is protected, every bucket is emptied, nothing is kept by Pulumi", async () => {
    deepEqual(await destruction("sandbox"), {
      deletionProtected: [false],
      emptied: [true],
      protectedOnes: 0,
      groups: 6,
      buckets: 8,
    });
  });

  for (const profile of ["standard", "regulated"]) {
    it(`is refused in profile ${profile}: every log group and every bucket is kept`, async () => {
      const { protectedOnes, ...others } = await destruction(profile);
      deepEqual(others, { deletionProtected: [true], emptied: [false], groups: 6, buckets: 8 });
      // 6 log groups, 8 buckets, 11 keys, the trail, the detector, the configuration of logging, recorder, channel and status.
      equal(protectedOnes, 31);
    });
  }

  it("leaves every key to the break-glass principals of the settings, and none where there are none", async () => {
    const lockouts = async (breakGlassPrincipals: readonly string[]) => {
      const recording = await baselineOf(
        settingsOf(
          configWith({
            eksClusters: '[{"name":"a"}]',
            breakGlassPrincipals: JSON.stringify(breakGlassPrincipals),
          }),
        ),
      );
      return recording.registrations
        .filter(({ type }) => type === "aws:kms/key:Key")
        .map(({ inputs }) => [
          String(inputs["policy"]).includes('"Sid":"OnlyBreakGlassRemovesKey"'),
          inputs["bypassPolicyLockoutSafetyCheck"],
        ]);
    };
    deepEqual(
      await lockouts(["arn:aws:iam::111122223333:role/break-glass"]),
      Array.from({ length: 11 }, () => [true, true]),
    );
    deepEqual(
      await lockouts([]),
      Array.from({ length: 11 }, () => [false, undefined]),
    );
  });
});

describe("The readers of an AccountBaseline", () => {
  // The account in which programs are recorded is not the settings' own.
  const READER = "arn:aws:iam::123456789012:role/compliance";
  const OUTSIDE = { [`${PROJECT}:readersExternalId`]: "a1b2" };
  const SIEM_QUEUE = "arn:aws:sqs:eu-central-1:111122223333:log-files";
  const POLICY = "aws:iam/rolePolicy:RolePolicy";

  it("are there only where somebody is named", async () => {
    const named = (config: Record<string, string>) => baselineOf(settingsOf({ ...stackConfig("prod"), ...config }));
    const readersIn = (recording: Recording) =>
      recording.children().filter((child) => child.includes("baseline-readers"));
    deepEqual(readersIn(await named({})), []);
    deepEqual(readersIn(await named({ ...OUTSIDE, [`${PROJECT}:auditorPrincipals`]: JSON.stringify([READER]) })), [
      `${PROJECT}:index:EvidenceReaders baseline-readers`,
      "aws:iam/role:Role baseline-readers-auditor",
      `${POLICY} baseline-readers-auditor-policy`,
    ]);
  });

  it("read what the account's own components keep, and programs the trail's log files and queues only", async () => {
    const recording = await baselineOf(
      settingsOf({
        ...stackConfig("prod"),
        ...OUTSIDE,
        [`${PROJECT}:auditorPrincipals`]: JSON.stringify([READER]),
        [`${PROJECT}:ingestionPrincipals`]: JSON.stringify([READER]),
        [`${PROJECT}:trailSubscribers`]: JSON.stringify([SIEM_QUEUE]),
      }),
    );
    const resourcesOf = (role: string, sid: string) => {
      const { Statement } = recording.document(POLICY, `baseline-readers-${role}-policy`, "policy") as {
        Statement: { Sid: string; Resource: string | string[] }[];
      };
      return [Statement.find(({ Sid }) => Sid === sid)?.Resource ?? []].flat();
    };
    deepEqual(resourcesOf("ingestion", "ReadObjects"), [
      "arn:aws:s3:::baseline-trail-bucket-123456789012-eu-central-1/*",
    ]);
    deepEqual(resourcesOf("ingestion", "ReceiveNotifications"), [SIEM_QUEUE]);
    const buckets = resourcesOf("auditor", "ListBuckets");
    ok(buckets.includes("arn:aws:s3:::baseline-trail-bucket-123456789012-eu-central-1"), buckets.join());
    ok(buckets.some((arn) => arn.startsWith("arn:aws:s3:::baseline-us-east-1-recorder")));
    deepEqual(
      resourcesOf("auditor", "ReadLogGroups").filter((arn) => !arn.endsWith(":*")),
      [
        "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/cloudtrail/baseline-trail",
        "arn:aws:logs:eu-central-1:123456789012:log-group:/ai-governance/baseline-eu-central-1-invocations/model-invocations",
        "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/vendedlogs/bedrock/baseline-eu-central-1-vended",
        "arn:aws:logs:us-east-1:123456789012:log-group:/ai-governance/baseline-us-east-1-invocations/model-invocations",
        "arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/bedrock/baseline-us-east-1-vended",
        "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/eks/inference/cluster",
      ],
    );
    equal(resourcesOf("auditor", "DecryptEvidence").length, 9);
  });
});

describe("The roles of an AccountBaseline", () => {
  const ROLE = "aws:iam/role:Role";

  it("have the path and the boundary that the settings name, every one of them", async () => {
    const recording = await baselineOf(
      settingsOf({
        ...stackConfig("prod"),
        [`${PROJECT}:auditorPrincipals`]: JSON.stringify(["arn:aws:iam::123456789012:role/compliance"]),
        [`${PROJECT}:readersExternalId`]: "a1b2",
        [`${PROJECT}:rolePath`]: "/governance/",
        [`${PROJECT}:permissionsBoundary`]: "arn:aws:iam::111122223333:policy/boundary",
      }),
    );
    const roles = recording.registrations.filter(({ type }) => type === ROLE);
    ok(roles.length >= 4, String(roles.length));
    for (const { name, inputs } of roles) {
      deepEqual(
        [inputs["path"], inputs["permissionsBoundary"]],
        ["/governance/", "arn:aws:iam::111122223333:policy/boundary"],
        name,
      );
    }
  });

  it("have neither unless the settings do", async () => {
    const recording = await baselineOf(settingsOf(stackConfig("prod")));
    const roles = recording.registrations.filter(({ type }) => type === ROLE);
    deepEqual(
      roles.filter(({ inputs }) => "path" in inputs || "permissionsBoundary" in inputs),
      [],
    );
  });
});
