/** The alarms on feeds of evidence, applied to a simulated account by the real Terraform AWS provider, and verified there. */
import assert from "node:assert/strict";
import { CloudWatch } from "@aws-sdk/client-cloudwatch";
import { requireRealProvider } from "../support/account-tools";
import { type AppliedPart, HOME, applyPart } from "../support/real-provider/applied-part";

const ALARMS = `baseline-${HOME}-feeds`;

describe("alarms on feeds of evidence, in an account", function () {
  this.timeout(300_000);
  let part: AppliedPart;
  let cloudWatch: CloudWatch;

  before(async function () {
    requireRealProvider(this);
    part = await applyPart({ eksClusters: JSON.stringify([{ name: "inference" }]) }, ({ urn }) =>
      urn.includes("$ai-governance-baseline:index:FeedAlarms$"),
    );
    cloudWatch = new CloudWatch(part.account.clientSettings(HOME));
  });

  after(() => part.close());

  const said = () => part.said(part.deployed);

  it("are what was declared", async () => {
    assert.deepEqual(await said(), []);
    const { MetricAlarms = [] } = await cloudWatch.describeAlarms({ AlarmNamePrefix: ALARMS });
    assert.deepEqual(MetricAlarms.map(({ AlarmName }) => AlarmName).sort(), [
      `${ALARMS}-cluster-inference`,
      `${ALARMS}-config-history`,
      `${ALARMS}-config-permissions`,
      `${ALARMS}-config-snapshots`,
      `${ALARMS}-invocations`,
    ]);
  });

  it("are seen to compare something else", async () => {
    const AlarmName = `${ALARMS}-invocations`;
    const { MetricAlarms: [alarm = assert.fail()] = [] } = await cloudWatch.describeAlarms({ AlarmNames: [AlarmName] });
    const { AlarmDescription, AlarmActions, Threshold, TreatMissingData, EvaluationPeriods, ComparisonOperator } =
      alarm;
    const kept = { AlarmDescription, AlarmActions, Threshold, TreatMissingData, EvaluationPeriods, ComparisonOperator };
    const { Metrics = [] } = alarm;
    const onCallsAlone = Metrics.map((query) => ("Expression" in query ? { ...query, Expression: "calls" } : query));
    await cloudWatch.putMetricAlarm({ AlarmName, ...kept, Metrics: onCallsAlone });
    assert.deepEqual(await said(), [
      `fail verify-cloudwatch-alarm-as-declared ${AlarmName}: is calls in the account; the stack declares IF(calls, FILL(events, 0), 1)`,
    ]);
    await cloudWatch.putMetricAlarm({ AlarmName, ...kept, Metrics });
    assert.deepEqual(await said(), []);
  });

  it("are seen to be gone", async () => {
    const AlarmName = `${ALARMS}-cluster-inference`;
    await cloudWatch.deleteAlarms({ AlarmNames: [AlarmName] });
    assert.deepEqual(
      await said(),
      ["as-declared", "has-data"].map(
        (check) =>
          `fail verify-cloudwatch-alarm-${check} ${AlarmName}: is missing in the account; the stack declares it (${AlarmName} in ${HOME})`,
      ),
    );
  });
});
