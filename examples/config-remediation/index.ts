/** Rules of AWS Config in a region that has a recorder, and what puts right what they find. */
import * as pulumi from "@pulumi/pulumi";
import { ConfigRemediation, ConfigRules } from "../../components/index";

const RULES = [
  "cloudtrail-enabled",
  "cmk-backing-key-rotation-enabled",
  "s3-bucket-level-public-access-prohibited",
] as const;

const trailArn = new pulumi.Config().require("trailArn");
const rules = new ConfigRules("drift", { rules: RULES, customPolicyRules: [] });
const remediation = new ConfigRemediation(
  "put-right",
  { ruleNames: Object.fromEntries(RULES.map((rule) => [rule, `drift-${rule}`])), trailArn },
  // AWS Config takes no remediation for a rule that is not there yet.
  { dependsOn: [rules] },
);

export const runbookNames = remediation.runbookNames;
