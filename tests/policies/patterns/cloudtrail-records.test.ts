import assert from "node:assert/strict";
import { doubtOnEvent, doubtOnField, doubtOnSource } from "../../../policies/patterns/cloudtrail-records";

const [CLOUDTRAIL, KMS] = ["cloudtrail.amazonaws.com", "kms.amazonaws.com"];

const certain = (message: string) => ({ isCertain: true, message });
const unsure = (message: string) => ({ isCertain: false, message });

describe("the doubts on a field of CloudTrail's records", () => {
  const of = (path: string) => doubtOnField(path.split("."), `$.${path}`);

  it("are none on a field of theirs, on what is below one, or on any field", () => {
    for (const path of [
      "eventName",
      "requestParameters.BucketName",
      "userIdentity.type",
      "userIdentity.other",
      "*.id",
    ]) {
      assert.equal(of(path), undefined, path);
    }
  });

  it("are certain on another letter case", () => {
    assert.deepEqual(
      of("eventname"),
      certain("names $.eventname, and no record of CloudTrail has eventname; write eventName"),
    );
    assert.deepEqual(
      of("userIdentity.Type"),
      certain("names $.userIdentity.Type, and no record of CloudTrail has Type; write type"),
    );
  });

  it("are not certain on a field that CloudTrail may have since", () => {
    assert.deepEqual(
      of("detail.eventName"),
      unsure(
        "names $.detail.eventName, which is no field of CloudTrail's records as far as they are known; name one of theirs, such as eventName",
      ),
    );
  });

  it("leave deeper fields of an identity alone, which other services fill", () => {
    assert.equal(of("userIdentity.Type.x"), undefined);
  });
});

describe("the doubts on an event source", () => {
  it("are none on one that is known, is not known, or holds a wildcard", () => {
    for (const source of [KMS, "ec2.amazonaws.com", "kms*", "constructor"]) {
      assert.equal(doubtOnSource(source), undefined, source);
    }
  });

  it("are certain on another letter case, and on the name that EventBridge has for it", () => {
    assert.deepEqual(
      doubtOnSource("KMS.amazonaws.com"),
      certain("names the event source KMS.amazonaws.com, and no record has it; write kms.amazonaws.com"),
    );
    assert.deepEqual(
      doubtOnSource("aws.ec2"),
      certain("names the event source aws.ec2, which is how EventBridge calls it; write ec2.amazonaws.com"),
    );
  });
});

describe("the doubts on an event", () => {
  it("are none on one of its source, of a source that is not listed, or of any source", () => {
    const good: readonly (readonly [string, (readonly string[])?])[] = [
      ["StopLogging", [CLOUDTRAIL]],
      ["StopLogging", [KMS, CLOUDTRAIL]],
      ["Stop*", [CLOUDTRAIL]],
      ["DeleteKey", [KMS]],
      ["StopLogging", [KMS, "ec2.amazonaws.com"]],
      ["StopLogging", ["constructor"]],
      ["StopLogging"],
      ["ConsoleLogin"],
      // Several services have it, and another may spell it so.
      ["tagResource"],
    ];
    for (const [name, sources] of good) {
      assert.equal(doubtOnEvent(name, sources), undefined, name);
    }
  });

  it("are certain on another letter case", () => {
    const expected = certain("names the event stopLogging, and no record has it; write StopLogging");
    assert.deepEqual(doubtOnEvent("stopLogging", [CLOUDTRAIL]), expected);
    assert.deepEqual(doubtOnEvent("stopLogging"), expected);
  });

  it("are certain on an event of another source", () => {
    assert.deepEqual(
      doubtOnEvent("StopLogging", [KMS]),
      certain(
        "names the event StopLogging of kms.amazonaws.com, and it is one of cloudtrail.amazonaws.com; name its source",
      ),
    );
  });

  it("are not certain on an event that the source may have since", () => {
    for (const name of ["StopLoging", "Halt*"]) {
      assert.deepEqual(
        doubtOnEvent(name, [CLOUDTRAIL]),
        unsure(
          `names the event ${name} of cloudtrail.amazonaws.com, which has none of that name as far as its events are known; check the name`,
        ),
      );
    }
  });
});
