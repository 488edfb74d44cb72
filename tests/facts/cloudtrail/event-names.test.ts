import assert from "node:assert/strict";
import * as accessAnalyzer from "@aws-sdk/client-accessanalyzer";
import * as backup from "@aws-sdk/client-backup";
import * as bedrock from "@aws-sdk/client-bedrock";
import * as cloudtrail from "@aws-sdk/client-cloudtrail";
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as config from "@aws-sdk/client-config-service";
import * as guardduty from "@aws-sdk/client-guardduty";
import * as iam from "@aws-sdk/client-iam";
import * as inspector2 from "@aws-sdk/client-inspector2";
import * as kms from "@aws-sdk/client-kms";
import * as macie2 from "@aws-sdk/client-macie2";
import * as securityhub from "@aws-sdk/client-securityhub";
import * as sns from "@aws-sdk/client-sns";
import { EVENT_NAMES } from "../../../facts/cloudtrail/event-names";
import { EVIDENCE_TAMPERING, type TamperingActions } from "../../../facts/iam/evidence-tampering";

const CLIENTS: Readonly<Record<string, object>> = {
  "access-analyzer.amazonaws.com": accessAnalyzer,
  "backup.amazonaws.com": backup,
  "bedrock.amazonaws.com": bedrock,
  "cloudtrail.amazonaws.com": cloudtrail,
  "config.amazonaws.com": config,
  "guardduty.amazonaws.com": guardduty,
  "iam.amazonaws.com": iam,
  "inspector2.amazonaws.com": inspector2,
  "kms.amazonaws.com": kms,
  "logs.amazonaws.com": logs,
  "macie2.amazonaws.com": macie2,
  "securityhub.amazonaws.com": securityhub,
  "sns.amazonaws.com": sns,
};

describe("The names of CloudTrail's events", () => {
  it("are known of the services that have a client here", () => {
    assert.deepEqual(Object.keys(EVENT_NAMES), Object.keys(CLIENTS));
  });

  for (const [source, client] of Object.entries(CLIENTS)) {
    it(`of ${source} have every operation of AWS's SDK`, () => {
      const operations = Object.keys(client).flatMap((name) => /^([A-Z]\w+)Command$/.exec(name)?.[1] ?? []);
      assert.ok(operations.length > 30);
      assert.deepEqual(
        operations.filter((name) => EVENT_NAMES[source]?.includes(name) !== true),
        [],
      );
    });
  }

  it("have the calls by which evidence is taken away, but for the permission to unmask, which no call is", () => {
    const actions = Object.values<TamperingActions>(EVIDENCE_TAMPERING)
      .flatMap((kinds): readonly string[] => Object.values(kinds).flat())
      .map((action) => action.split(":"))
      .map(([service = "", name = ""]) => [`${service}.amazonaws.com`, name] as const)
      .filter(([source, name]) => source in EVENT_NAMES && name !== "Unmask");
    assert.ok(actions.length > 25);
    assert.deepEqual(
      actions.filter(([source, name]) => EVENT_NAMES[source]?.includes(name) !== true),
      [],
    );
  });
});
