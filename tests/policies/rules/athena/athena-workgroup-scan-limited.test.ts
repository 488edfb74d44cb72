import { athenaWorkgroupScanLimited } from "../../../../policies/rules/athena/athena-workgroup-scan-limited";
import { describeResourceRule } from "../../rule-harness";

const PROPERTY = "configuration.bytesScannedCutoffPerQuery";

describeResourceRule(athenaWorkgroupScanLimited, {
  fails: [
    { title: "a workgroup without a limit", remove: [PROPERTY], message: "is not set; set it to at least 10000000" },
    {
      title: "a limit that Athena refuses",
      set: { [PROPERTY]: 9_999_999 },
      message: "is 9999999; set it to at least 10000000",
    },
  ],
  passes: [{ title: "the least limit that Athena takes", set: { [PROPERTY]: 10_000_000 } }],
});
