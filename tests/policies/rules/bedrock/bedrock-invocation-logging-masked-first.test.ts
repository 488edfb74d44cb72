import { bedrockInvocationLoggingMaskedFirst } from "../../../../policies/rules/bedrock/bedrock-invocation-logging-masked-first";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { declared, dependingOn, urnOf } from "../stack-resources";
import { CONFIGURATION, DATA_PROTECTION, GROUP_NAME, having } from "./prod-names";

const REDACTED = {
  loggingConfig: {
    cloudwatchConfig: { logGroupName: "prompts", roleArn: "arn:aws:iam::111122223333:role/delivery" },
    textDataDeliveryEnabled: true,
    imageDataDeliveryEnabled: false,
    embeddingDataDeliveryEnabled: false,
    videoDataDeliveryEnabled: false,
  },
};
const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";

/** A stack without a log group of its own, whose resources name the group by text. */
function stackOf(masked: Readonly<Record<string, string>>, configurationRegion: Readonly<Record<string, string>> = {}) {
  const policy = urnOf(DATA_PROTECTION.type, "policy");
  return having(
    declared(DATA_PROTECTION.type, "policy", masked),
    declared(ROLE_POLICY, "grant", {}, { dependencies: [policy] }),
    declared(
      CONFIGURATION.type,
      "logging",
      { ...REDACTED, ...configurationRegion },
      {
        dependencies: [urnOf(ROLE_POLICY, "grant")],
      },
    ),
  )(emptyStack());
}

describeStackRule(bedrockInvocationLoggingMaskedFirst, {
  fails: [
    {
      title: "a redacted log without a data protection policy",
      change: (stack) => without(stack, DATA_PROTECTION),
      findings: [
        {
          name: CONFIGURATION.name,
          message: `is "${GROUP_NAME}", which has no data protection policy; declare one and make the configuration depend on it`,
        },
      ],
    },
    {
      title: "logging that does not wait for its policy",
      change: (stack) => dependingOn(stack, CONFIGURATION, []),
      findings: [
        {
          name: CONFIGURATION.name,
          message: `is "${GROUP_NAME}", whose data protection policy ${DATA_PROTECTION.name} may come later; make the configuration depend on that policy`,
        },
      ],
    },
    {
      title: "a policy on another log group",
      change: () => stackOf({ logGroupName: "other" }),
      findings: [
        {
          name: "logging",
          message:
            'is "prompts", which has no data protection policy; declare one and make the configuration depend on it',
        },
      ],
    },
    {
      title: "a policy on the log group of that name in another region",
      change: () => stackOf({ logGroupName: "prompts", region: "us-east-1" }, { region: "eu-west-1" }),
      findings: [
        {
          name: "logging",
          message:
            'is "prompts", which has no data protection policy; declare one and make the configuration depend on it',
        },
      ],
    },
  ],
  passes: [
    {
      title: "a policy that logging waits for through another resource",
      change: () => stackOf({ logGroupName: "prompts" }),
    },
    {
      title: "a region that keeps no bodies beside one that masks them",
      change: (stack) =>
        changeAll(without(stack, DATA_PROTECTION), CONFIGURATION, {
          set: { "loggingConfig.textDataDeliveryEnabled": false },
        }),
    },
  ],
  unknown: [
    {
      title: "the log group that an earlier policy masks",
      change: () => stackOf({ logGroupName: UNKNOWN_VALUE }),
      property: "loggingConfig.cloudwatchConfig.logGroupName",
    },
    {
      title: "a flag",
      change: (stack) =>
        changeAll(stack, CONFIGURATION, { set: { "loggingConfig.imageDataDeliveryEnabled": UNKNOWN_VALUE } }),
      property: "loggingConfig.imageDataDeliveryEnabled",
    },
  ],
  notApplicable: [
    {
      title: "a stack that keeps no bodies",
      change: (stack) =>
        changeAll(
          without(stack, { type: DATA_PROTECTION.type }),
          { type: CONFIGURATION.type },
          {
            set: { "loggingConfig.textDataDeliveryEnabled": false },
          },
        ),
    },
  ],
});
