import assert from "node:assert/strict";
import { type Alternative, parseEventPattern } from "../../../policies/patterns/event-pattern";
import { doubtsOn, doubtsOnEvents, doubtsOnReads, eventSourcesOf } from "../../../policies/patterns/eventbridge-events";

const CALL = "AWS API Call via CloudTrail";

const read = (pattern: object): readonly Alternative[] => parseEventPattern(JSON.stringify(pattern));
const call = (detail: object, more: object = {}) => ({ "detail-type": [CALL], detail, ...more });
const texts = (doubts: ReturnType<typeof doubtsOn>) =>
  doubts.map(({ isCertain, message }) => (isCertain ? message : `? ${message}`));
const onEvents = (pattern: object) => texts(doubtsOn(read(pattern), doubtsOnEvents));
const onReads = (pattern: object) => texts(doubtsOn(read(pattern), doubtsOnReads));

describe("the doubts on an event pattern", () => {
  it("are none on a good one", () => {
    const good: readonly object[] = [
      { source: ["aws.kms"], "detail-type": ["KMS CMK Deletion"] },
      {
        source: ["aws.config"],
        "detail-type": ["Config Rules Compliance Change"],
        detail: {
          newEvaluationResult: {
            complianceType: ["NON_COMPLIANT"],
          },
        },
      },
      { source: ["orders"], "detail-type": ["sold"], detail: { eventname: ["x"] } },
      { account: ["111122223333"], "replay-name": ["x"] },
      { detailType: [{ exists: false }], source: ["a"] },
      call(
        { eventSource: ["kms.amazonaws.com"], eventName: ["DisableKey", { prefix: "Schedule" }] },
        { source: ["aws.kms"] },
      ),
      call({ eventName: ["DisableKey", "StopLogging"] }, { source: ["aws.kms", "aws.cloudtrail"] }),
      call({ eventSource: ["signin.amazonaws.com"] }, { source: ["aws.signin"] }),
      call({ eventSource: [{ suffix: ".amazonaws.com" }] }, { source: ["aws.kms"] }),
    ];
    for (const pattern of good) {
      assert.deepEqual(onEvents(pattern), [], JSON.stringify(pattern));
    }
  });

  it("are on fields that no event has at the top", () => {
    assert.deepEqual(onEvents({ detailType: [CALL], eventName: ["StopLogging"] }), [
      "names detailType, which no event has at the top; write detail-type",
      "names eventName, which no event has at the top; fields of the service's own stand below detail",
    ]);
  });

  it("are on a detail-type in another letter case, and on one of another source", () => {
    assert.deepEqual(onEvents({ "detail-type": ["AWS API call via CloudTrail", CALL] }), [
      `names the detail-type AWS API call via CloudTrail, and no event has it; write ${CALL}`,
    ]);
    assert.deepEqual(onEvents({ source: ["aws.cloudtrail"], "detail-type": ["KMS CMK Deletion"] }), [
      "names the detail-type KMS CMK Deletion of aws.cloudtrail, and only aws.kms sends it",
    ]);
  });

  it("are on fields, sources and events that no record of CloudTrail has", () => {
    assert.deepEqual(onEvents(call({ eventname: ["StopLogging"], userIdentity: { Type: ["Root"] } })), [
      "names detail.eventname, and no record of CloudTrail has eventname; write eventName",
      "names detail.userIdentity.Type, and no record of CloudTrail has Type; write type",
    ]);
    assert.deepEqual(onEvents(call({ eventSource: ["aws.ec2"] })), [
      "names the event source aws.ec2, which is how EventBridge calls it; write ec2.amazonaws.com",
    ]);
    assert.deepEqual(onEvents(call({ eventName: ["StopLogging"] }, { source: ["aws.kms"] })), [
      "names the event StopLogging of kms.amazonaws.com, and it is one of cloudtrail.amazonaws.com; name its source",
    ]);
  });

  it("are on an event source of another source, and on a source without its event source", () => {
    assert.deepEqual(onEvents(call({ eventSource: ["kms.amazonaws.com"] }, { source: ["aws.cloudtrail"] })), [
      "names the event source kms.amazonaws.com of aws.cloudtrail; its source is aws.kms",
      "names the source aws.cloudtrail and not its event source; list cloudtrail.amazonaws.com as well, or leave aws.cloudtrail out",
    ]);
  });

  it("are not certain on what AWS may have since", () => {
    assert.deepEqual(onEvents(call({ eventName: ["FreezeKey"] }, { source: ["aws.kms"] })), [
      "? names the event FreezeKey of kms.amazonaws.com, which has none of that name as far as its events are known; check the name",
    ]);
  });

  it("count only where every alternative of $or is in doubt", () => {
    const either = { $or: [{ source: ["aws.kms"] }, { source: ["aws.cloudtrail"] }] };
    assert.deepEqual(onEvents(call({ eventName: ["StopLogging"] }, either)), []);
    assert.deepEqual(onEvents(call({ eventName: ["stopLogging"] }, either)), [
      "names the event stopLogging, and no record has it; write StopLogging",
    ]);
    assert.deepEqual(onEvents(call({ eventName: ["FreezeKey", "DisableKey"] }, either)), [
      "? names the event FreezeKey of kms.amazonaws.com, which has none of that name as far as its events are known; check the name",
    ]);
  });
});

describe("the doubts on calls that only read", () => {
  const STATE = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

  it("are on management events that begin with Get, List or Describe", () => {
    assert.deepEqual(onReads(call({ eventName: ["GetKeyPolicy", "DisableKey"] }, { source: ["aws.kms"] })), [
      `leaves out calls that only read, such as GetKeyPolicy of the pattern; set it to ${STATE}`,
    ]);
  });

  it("are not certain on calls of models", () => {
    assert.deepEqual(onReads(call({ eventName: ["InvokeModel"] }, { source: ["aws.bedrock"] })), [
      `? leaves out calls that only read, as which records of InvokeModel have been seen; set it to ${STATE}`,
    ]);
  });

  it("are none on calls that write, that may be data events, or that no record of CloudTrail tells of", () => {
    for (const pattern of [
      call({ eventName: ["DisableKey", { prefix: "Get" }] }, { source: ["aws.kms"] }),
      call({ eventName: ["GetObject"] }, { source: ["aws.s3"] }),
      call({ eventName: ["GetKeyPolicy"] }, { source: ["aws.kms", "aws.s3"] }),
      call({ eventName: ["GetKeyPolicy"] }),
      call({ eventName: ["InvokeAgent"] }, { source: ["aws.bedrock"] }),
      { source: ["aws.kms"], "detail-type": ["other"], detail: { eventName: ["GetKeyPolicy"] } },
    ]) {
      assert.deepEqual(onReads(pattern), [], JSON.stringify(pattern));
    }
  });
});

describe("the event sources of a pattern", () => {
  it("are those of the record, or what the sources of the event come to", () => {
    const of = (pattern: object) => eventSourcesOf(read(pattern)[0] ?? []);
    assert.deepEqual(of(call({ eventSource: ["kms.amazonaws.com"] }, { source: ["aws.iam"] })), ["kms.amazonaws.com"]);
    assert.deepEqual(of({ source: ["aws.iam", "aws.kms"] }), ["iam.amazonaws.com", "kms.amazonaws.com"]);
    assert.equal(of({ source: [{ prefix: "aws." }] }), undefined);
  });
});
