import { configGlobalResourceTypesRecordedOnce } from "../../../../policies/rules/config/config-global-resource-types-recorded-once";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import type { ResourceState, WireValue } from "../../../../pulumi/stack-state";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack } from "../../state-changes";
import { declared } from "../stack-resources";
import { HOME_RECORDER, RECORDER } from "./prod-names";

const GLOBAL_TYPES = "recordingGroup.includeGlobalResourceTypes";

/** A stack with a recorder in each region, of which the first records global types or not. */
function recorders(records: boolean, ...regions: readonly (string | undefined)[]): readonly ResourceState[] {
  return [
    ...emptyStack(),
    ...regions.map((region, index) =>
      declared(RECORDER.type, `recorder-${index}`, {
        recordingGroup: { includeGlobalResourceTypes: records && index === 0 },
        ...(region === undefined ? {} : { region }),
      }),
    ),
  ];
}

const EXCLUDED = "recordingGroup.exclusionByResourceTypes.0.resourceTypes";
const IAM = ["AWS::IAM::Group", "AWS::IAM::Policy", "AWS::IAM::Role", "AWS::IAM::User"];

/** A stack with a recorder in each region, which excludes the types beside its region. */
function excluding(
  ...recorded: readonly (readonly [string, readonly WireValue[] | string])[]
): readonly ResourceState[] {
  return [
    ...emptyStack(),
    ...recorded.map(([region, resourceTypes], index) =>
      declared(RECORDER.type, `recorder-${index}`, {
        region,
        recordingGroup: {
          allSupported: false,
          // Without effect, as AWS says of it beside exclusions.
          includeGlobalResourceTypes: true,
          exclusionByResourceTypes: [{ resourceTypes }],
          recordingStrategies: [{ useOnly: "EXCLUSION_BY_RESOURCE_TYPES" }],
        },
      }),
    ),
  ];
}

describeStackRule(configGlobalResourceTypesRecordedOnce, {
  fails: [
    {
      title: "two recorders of global types",
      change: (stack) => changeAll(stack, RECORDER, { set: { [GLOBAL_TYPES]: true } }),
      findings: [
        {
          name: RECORDER.name,
          message: `is true, as in the recorder ${HOME_RECORDER.name}; set it to true in one recorder only`,
        },
      ],
    },
    {
      title: "no recorder of global types",
      change: (stack) => changeAll(stack, HOME_RECORDER, { set: { [GLOBAL_TYPES]: false } }),
      findings: [
        { name: HOME_RECORDER.name, message: "is true in no recorder; set it to true in that of eu-central-1" },
      ],
    },
    {
      title: "recorders that leave global types to the provider",
      change: (stack) => changeAll(stack, { type: RECORDER.type }, { remove: [GLOBAL_TYPES] }),
      findings: [
        { name: HOME_RECORDER.name, message: "is true in no recorder; set it to true in that of eu-central-1" },
      ],
    },
    {
      title: "a recorder in a region that records no global types, beside one that does",
      change: () => recorders(true, "eu-central-2", "eu-central-1"),
      findings: [
        {
          name: "recorder-0",
          message:
            "is true in eu-central-2, where AWS Config does not record them; set it to true in that of eu-central-1",
        },
      ],
    },
    {
      title: "regions of which none can record global types",
      change: () => recorders(false, "us-gov-north-1", "us-gov-south-1"),
      findings: [
        {
          name: "recorder-0",
          message:
            "is true in no recorder; none of us-gov-north-1, us-gov-south-1 can record them; govern one of " +
            "us-gov-east-1, us-gov-west-1 as well",
        },
      ],
    },
    {
      title: "a partition of which no region can record global types",
      change: () => recorders(false, "eusc-de-east-1"),
      findings: [
        {
          name: "recorder-0",
          message: "is true in no recorder; none of eusc-de-east-1 can record them, nor can another region",
        },
      ],
    },
    {
      title: "a recorder in the provider's region that leaves global types out",
      change: () => recorders(false, undefined),
      findings: [{ name: "recorder-0", message: "is true in no recorder; set it to true in one" }],
    },
    {
      title: "two recorders that exclude other types than those of IAM",
      change: () => excluding(["eu-central-1", ["AWS::EC2::Subnet"]], ["us-east-1", IAM.slice(1)]),
      findings: [
        {
          name: "recorder-1",
          property: EXCLUDED,
          message: `lacks AWS::IAM::Group, which the recorder recorder-0 records; add ${IAM.join(", ")}`,
        },
      ],
    },
    {
      title: "recorders that all exclude IAM",
      change: () => excluding(["eu-central-2", IAM], ["eu-central-1", IAM]),
      findings: [
        {
          name: "recorder-0",
          property: EXCLUDED,
          message: "leaves out IAM, as every recorder does; take out the types of IAM in that of eu-central-1",
        },
      ],
    },
    {
      title: "the only recorder of IAM, which excludes one of its types",
      change: () => excluding(["eu-central-1", ["AWS::IAM::Role"]], ["us-east-1", IAM]),
      findings: [
        {
          name: "recorder-0",
          property: EXCLUDED,
          message: "holds AWS::IAM::Role, which no other recorder records; remove them",
        },
      ],
    },
  ],
  passes: [
    {
      title: "exclusions of which all but one name IAM",
      change: () => excluding(["eu-central-1", ["AWS::EC2::Subnet"]], ["us-east-1", ["AWS::EC2::Subnet", ...IAM]]),
    },
    {
      title: "an exclusion without IAM where AWS Config cannot record it",
      change: () => excluding(["eu-central-2", ["AWS::EC2::Subnet"]], ["eu-central-1", ["AWS::EC2::Subnet"]]),
    },
    {
      title: "a recorder in the provider's region, whatever that is",
      change: () => recorders(true, undefined),
    },
    {
      title: "another recorder than the home region's",
      change: (stack) =>
        changeAll(changeAll(stack, { type: RECORDER.type }, { set: { [GLOBAL_TYPES]: false } }), RECORDER, {
          set: { [GLOBAL_TYPES]: true },
        }),
    },
  ],
  unknown: [
    {
      title: "types that are excluded",
      change: () => excluding(["eu-central-1", UNKNOWN_VALUE]),
      property: EXCLUDED,
    },
    {
      title: "one of the types that are excluded",
      change: () => excluding(["eu-central-1", [...IAM.slice(1), UNKNOWN_VALUE]]),
      property: EXCLUDED,
    },
    {
      title: "what the second recorder records",
      change: (stack) => changeAll(stack, RECORDER, { set: { [GLOBAL_TYPES]: UNKNOWN_VALUE } }),
      property: GLOBAL_TYPES,
    },
  ],
});
