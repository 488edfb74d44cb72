/**
 * What a trail logs, as advanced event selectors: pure functions on plain strings.
 *
 * The arrays are mutable because the provider's argument types are.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedEventSelector.html
 */

/** One condition on one field of an event. */
export interface FieldSelector {
  field: string;
  equals?: string[];
  startsWiths?: string[];
}

/** A named conjunction of conditions; a trail logs an event that any one selector matches. */
export interface EventSelector {
  name: string;
  fieldSelectors: FieldSelector[];
}

/** What a trail logs beyond management events. */
export interface DataEventChoice {
  /** The resource types that are logged whatever the resource. */
  readonly resourceTypes: readonly string[];
  /** The buckets whose objects are logged; with none, no object is. ARNs of buckets, general purpose or directory, without a path. */
  readonly bucketArns: readonly string[];
  /** The functions whose invocations are logged; "all" of the account, or "none". */
  readonly functionArns: readonly string[] | "all" | "none";
}

/** The selectors of the chosen data events, one a resource type as the API requires. */
export function dataEventSelectors(choice: DataEventChoice): EventSelector[] {
  return [
    ...choice.resourceTypes.map((resourceType) => dataEvents(resourceType)),
    ...objectEvents(choice.bucketArns),
    ...functionEvents(choice.functionArns),
  ];
}

/** How many values the selectors hold, as CloudTrail counts them against `MOST_CONDITION_VALUES`. */
export function countConditionValues(selectors: readonly EventSelector[]): number {
  return selectors
    .flatMap(({ fieldSelectors }) => fieldSelectors)
    .reduce((sum, { equals = [], startsWiths = [] }) => sum + equals.length + startsWiths.length, 0);
}

/** Selects every management event. Selectors replace a trail's default, so that a trail of data events needs it too. */
export function managementEvents(): EventSelector {
  // No condition on readOnly: CloudTrail marks InvokeModel and Converse as read-only, and they are what must be seen.
  return {
    name: "Management events selector",
    fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }],
  };
}

function dataEvents(resourceType: string, ...more: FieldSelector[]): EventSelector {
  return {
    name: `${resourceType} data events`,
    fieldSelectors: [
      { field: "eventCategory", equals: ["Data"] },
      { field: "resources.type", equals: [resourceType] },
      ...more,
    ],
  };
}

function objectEvents(bucketArns: readonly string[]): EventSelector[] {
  const directories = bucketArns.filter(isDirectoryBucket);
  // The slash keeps a bucket's name from matching the longer name of another bucket.
  const prefixes = bucketArns.filter((arn) => !isDirectoryBucket(arn)).map((arn) => `${arn}/`);
  return [...objectsBelow("AWS::S3::Object", prefixes), ...objectsBelow("AWS::S3Express::Object", directories)];
}

/** The name of a directory bucket ends in a suffix that no other name goes beyond. */
function isDirectoryBucket(arn: string): boolean {
  return arn.split(":")[2] === "s3express";
}

function objectsBelow(resourceType: string, startsWiths: string[]): EventSelector[] {
  return startsWiths.length === 0 ? [] : [dataEvents(resourceType, { field: "resources.ARN", startsWiths })];
}

function functionEvents(functionArns: DataEventChoice["functionArns"]): EventSelector[] {
  if (functionArns === "none") {
    return [];
  }
  return functionArns === "all"
    ? [dataEvents("AWS::Lambda::Function")]
    : [dataEvents("AWS::Lambda::Function", { field: "resources.ARN", equals: [...functionArns] })];
}
