import { cloudtrailTrainingDataEventsLogged } from "../../../../policies/rules/cloudtrail/cloudtrail-training-data-events-logged";
import type { ResourceState, WireValue } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { type Change, describeStackRule } from "../../rule-harness";
import { changeAll, changed } from "../../state-changes";

const COMPONENT = { type: "ai-governance-baseline:index:AuditTrail" };
const TRAIL = { type: "aws:cloudtrail/trail:Trail" };
const ALL = ["acme-training-data", "acme-fine-tuning", "acme-models", "acme-artifacts"].map(
  (bucket) => `arn:aws:s3:::${bucket}/`,
);

/** A trail that selects objects by the fields, besides the category and the type. */
function selecting(...fields: readonly WireValue[]) {
  const fieldSelectors = [
    { field: "eventCategory", equals: ["Data"] },
    { field: "resources.type", equals: ["AWS::S3::Object"] },
    ...fields,
  ];
  return { set: { advancedEventSelectors: [{ name: "objects", fieldSelectors }] } };
}

function missing(...arns: readonly string[]) {
  return missingOf("baseline-trail", ...arns);
}

function missingOf(name: string, ...arns: readonly string[]) {
  const names = arns.map((arn) => JSON.stringify(arn.slice(0, -1))).join(", ");
  return [
    {
      name,
      property: "advancedEventSelectors",
      message: `does not select every object of ${names}; select their reads and writes`,
    },
  ] as const;
}

const DIRECTORY_BUCKET = "arn:aws:s3express:us-east-1:111122223333:bucket/acme--use1-az4--x-s3";

/** The stack with a directory bucket of training data, of which the trail selects the objects as ones of the type. */
function directoryBucket(stack: readonly ResourceState[], type: string): readonly ResourceState[] {
  const fieldSelectors = [
    { field: "eventCategory", equals: ["Data"] },
    { field: "resources.type", equals: [type] },
    { field: "resources.ARN", startsWiths: [DIRECTORY_BUCKET] },
  ];
  const named = changeAll(stack, COMPONENT, { set: { dataEventBucketArns: [DIRECTORY_BUCKET] } });
  return changeAll(named, TRAIL, { set: { advancedEventSelectors: [{ name: "objects", fieldSelectors }] } });
}

/** A second trail of the component's. */
function secondTrail(stack: readonly ResourceState[], change: Change): readonly ResourceState[] {
  return stack
    .filter(({ type }) => type === TRAIL.type)
    .map((trail) => changed({ ...trail, urn: `${trail.urn.slice(0, trail.urn.lastIndexOf("::"))}::second` }, change));
}

const [training = "", ...others] = ALL;
const byArn = (startsWiths: readonly string[]) => ({ field: "resources.ARN", startsWiths });

describeStackRule(cloudtrailTrainingDataEventsLogged, {
  fails: [
    {
      title: "a trail that selects no objects",
      change: (stack) => changeAll(stack, TRAIL, { set: { advancedEventSelectors: [] } }),
      findings: missing(...ALL),
    },
    {
      title: "a trail that selects one of the buckets",
      change: (stack) => changeAll(stack, TRAIL, selecting(byArn([training]))),
      findings: missing(...others),
    },
    {
      title: "two trails of the component that leave out a bucket",
      change: (stack) => [
        ...changeAll(stack, TRAIL, { set: { advancedEventSelectors: [] } }),
        ...secondTrail(stack, selecting(byArn(others))),
      ],
      findings: missingOf("second", training),
    },
    {
      title: "a trail that selects part of a bucket",
      change: (stack) => changeAll(stack, TRAIL, selecting(byArn([`${training}raw/`, ...others]))),
      findings: missing(training),
    },
    {
      title: "a trail that selects writes only",
      change: (stack) => changeAll(stack, TRAIL, selecting(byArn(ALL), { field: "readOnly", equals: ["false"] })),
      findings: missing(...ALL),
    },
    {
      title: "a trail that selects by the ends of ARNs",
      change: (stack) => changeAll(stack, TRAIL, selecting({ field: "resources.ARN", endsWith: [".json"] })),
      findings: missing(...ALL),
    },
    {
      title: "a trail that selects the objects of a directory bucket as those of another",
      change: (stack) => directoryBucket(stack, "AWS::S3::Object"),
      findings: missing(`${DIRECTORY_BUCKET}/`),
    },
  ],
  passes: [
    { title: "a trail that selects every object", change: (stack) => changeAll(stack, TRAIL, selecting()) },
    {
      title: "a trail that selects more",
      change: (stack) => changeAll(stack, TRAIL, selecting(byArn(["arn:aws:s3:::acme-"]))),
    },
    {
      title: "a trail that selects the objects of a directory bucket",
      change: (stack) => directoryBucket(stack, "AWS::S3Express::Object"),
    },
    {
      title: "objects that the component's second trail selects",
      change: (stack) => [
        ...changeAll(stack, TRAIL, { set: { advancedEventSelectors: [] } }),
        ...secondTrail(stack, selecting(byArn(ALL))),
      ],
    },
    {
      title: "a trail for which no bucket is named",
      change: (stack) =>
        changeAll(changeAll(stack, TRAIL, { set: { advancedEventSelectors: [] } }), COMPONENT, {
          set: { dataEventBucketArns: [] },
        }),
    },
  ],
  unknown: [
    {
      title: "selectors that are not known yet",
      change: (stack) => changeAll(stack, TRAIL, { set: { advancedEventSelectors: UNKNOWN_VALUE } }),
      property: "advancedEventSelectors",
    },
    {
      title: "a bucket that is not known yet",
      change: (stack) => changeAll(stack, COMPONENT, { set: { dataEventBucketArns: [UNKNOWN_VALUE] } }),
      property: "advancedEventSelectors",
    },
    {
      title: "buckets that are not known yet",
      change: (stack) => changeAll(stack, COMPONENT, { set: { dataEventBucketArns: UNKNOWN_VALUE } }),
      property: "dataEventBucketArns",
    },
  ],
});
