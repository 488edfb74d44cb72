import assert from "node:assert/strict";
import { detectionCollisions } from "../../../account/collisions/detection";
import type { ObservedRegion } from "../../../account/collisions/observed";
import { DENIED, HOME, account, accountWith, declared, region } from "./observed";

const DETECTOR = declared("aws:guardduty/detector:Detector");
const ANALYZER = declared("aws:accessanalyzer/analyzer:Analyzer", undefined, { inputs: { type: "ACCOUNT" } });
const UNUSED = declared("aws:accessanalyzer/analyzer:Analyzer", undefined, {
  inputs: { type: "ACCOUNT_UNUSED_ACCESS" },
});

const having = (seen: Partial<Record<keyof ObservedRegion["detection"], string>>): ObservedRegion["detection"] => ({
  accessAnalyzer: { seen: seen.accessAnalyzer },
  guardDuty: { seen: seen.guardDuty },
  inspector: { seen: seen.inspector },
  macie: { seen: seen.macie },
  securityHub: { seen: seen.securityHub },
});

describe("the detection services of a region", () => {
  it("are free where nothing is enabled", () => {
    assert.deepEqual(detectionCollisions([DETECTOR, ANALYZER], account()), { collisions: [], undecided: [] });
  });

  it("refuse a second detector, and a second analyzer of access from outside", () => {
    const detection = having({ guardDuty: "12abc34d", accessAnalyzer: "ConsoleAnalyzer" });
    const { collisions } = detectionCollisions([DETECTOR, ANALYZER, UNUSED], accountWith({ detection }));
    assert.deepEqual(
      collisions.map(({ what, consequence, observed, settings }) => [what, consequence, observed, settings]),
      [
        [
          "Access Analyzer",
          "collides",
          "ConsoleAnalyzer",
          [{ path: ["detection", "accessAnalyzer", "regions", HOME], value: { mode: "existing" } }],
        ],
        [
          "GuardDuty detector",
          "collides",
          "12abc34d",
          [{ path: ["detection", "guardDuty", "regions", HOME], value: { mode: "existing" } }],
        ],
      ],
    );
  });

  it("refuse Security Hub a second time, and have Inspector taken over", () => {
    const [hub, enabler] = [declared("aws:securityhub/account:Account"), declared("aws:inspector2/enabler:Enabler")];
    const detection = having({ inspector: "EC2, ECR", securityHub: "arn:aws:securityhub:eu-central-1:1:hub/default" });
    const { collisions } = detectionCollisions([hub, enabler], accountWith({ detection }));
    assert.deepEqual(
      collisions.map(({ what, consequence, observed, settings }) => [what, consequence, observed, settings]),
      [
        [
          "Amazon Inspector",
          "overwritten",
          "EC2, ECR",
          [{ path: ["detection", "inspector", "regions", HOME], value: { mode: "existing" } }],
        ],
        [
          "Security Hub",
          "collides",
          "arn:aws:securityhub:eu-central-1:1:hub/default",
          [{ path: ["detection", "securityHub", "regions", HOME], value: { mode: "existing" } }],
        ],
      ],
    );
  });

  it("refuse Macie a second time", () => {
    const { collisions } = detectionCollisions(
      [declared("aws:macie2/account:Account")],
      accountWith({ detection: having({ macie: "ENABLED" }) }),
    );
    assert.deepEqual(
      collisions.map(({ what, consequence, settings }) => [what, consequence, settings]),
      [["Amazon Macie", "collides", [{ path: ["detection", "macie", "regions", HOME], value: { mode: "existing" } }]]],
    );
  });

  it("take an analyzer that leaves its type to the provider for one of access from outside", () => {
    const plain = declared("aws:accessanalyzer/analyzer:Analyzer");
    const { collisions } = detectionCollisions(
      [plain],
      accountWith({ detection: having({ accessAnalyzer: "ConsoleAnalyzer" }) }),
    );
    assert.equal(collisions.length, 1);
  });

  it("are only judged in the regions in which the stack declares them", () => {
    const elsewhere = region({ region: "us-east-1", detection: having({ guardDuty: "12abc34d" }) });
    assert.deepEqual(detectionCollisions([DETECTOR], account({ regions: [elsewhere] })).collisions, []);
  });

  it("are undecided where they cannot be read", () => {
    const detection = { ...having({}), guardDuty: { unreadable: DENIED } };
    assert.deepEqual(detectionCollisions([DETECTOR], accountWith({ detection })).undecided, [
      { what: "GuardDuty detector", where: HOME, ...DENIED },
    ]);
  });
});
