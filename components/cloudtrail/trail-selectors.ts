/** From the choice of data events to the event selectors of a trail. */
import * as pulumi from "@pulumi/pulumi";

import { type AiResourceType, aiResourceTypesOf, isAiResourceType } from "../../facts/cloudtrail/ai-data-event-types";
import { MOST_CONDITION_VALUES } from "../../facts/cloudtrail/limits";
import { matching, OptionError, refuseIgnored, validated } from "../base/options";
import {
  countConditionValues,
  dataEventSelectors,
  type EventSelector,
  managementEvents,
} from "../documents/cloudtrail-event-selectors";

/** The options of an `AuditTrail` that choose data events. */
export interface DataEventChoice {
  readonly dataEvents?: "all-ai" | readonly AiResourceType[] | typeof NONE;
  readonly dataEventBucketArns?: readonly pulumi.Input<string>[];
  readonly lambdaFunctionArns?: readonly pulumi.Input<string>[] | "none";
  readonly cloudWatchCopy?: CloudWatchCopy;
}

/** Which events are delivered to CloudWatch Logs too. A trail delivers all of its events there, or none. */
export type CloudWatchCopy = "all" | "management-only";

const NONE = "none-i-accept-the-gap";

/** A check, for `validated`, of one of dataEventBucketArns. */
export const checkBucketArn = matching(
  /^arn:[a-z-]+:(s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]|s3express:[a-z0-9-]+:\d{12}:bucket\/[a-z0-9-]{1,50}--x-s3)$/,
  "the ARN of a bucket without a path or wildcard, such as arn:aws:s3:::training-data, or of a directory bucket",
  "Name the whole bucket: every object in it is logged.",
);
/** A check, for `validated`, of one of lambdaFunctionArns. */
export const checkFunctionArn = matching(
  /^arn:[a-z-]+:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]+$/,
  "the ARN of a function without a version, alias or wildcard",
  "Name the function itself, or leave lambdaFunctionArns out to log every function.",
);

/** The selectors of a trail in a partition; the Output rejects when they hold more values than CloudTrail accepts. */
export type SelectorsIn = (partition: pulumi.Output<string>) => pulumi.Output<EventSelector[]>;

/** What is selected by the trail that delivers to CloudWatch Logs, and by the one that does not. */
export interface TrailSelectors {
  readonly trail: SelectorsIn;
  /** `undefined` where one trail logs all. */
  readonly dataTrail: SelectorsIn | undefined;
}

/**
 * The selectors of the trails, once it is known where the trail is: partitions differ in the AI resource types that they have, and
 * one type that CloudTrail refuses makes the whole call fail. Types that the caller names are taken as they are.
 *
 * @param option builds the whole path of an option, as `optionOf` does
 * @throws {OptionError} for a choice that is wrong or that would be ignored; when the selectors hold more values than
 *   CloudTrail accepts, the Output rejects with it
 */
export function trailSelectors(choice: DataEventChoice, option: (option: string) => string): TrailSelectors {
  checkDataEvents(choice, option);
  const { dataEvents = "all-ai", cloudWatchCopy = "all" } = choice;
  const management: SelectorsIn = () => pulumi.output([managementEvents()]);
  if (dataEvents === NONE) {
    return { trail: management, dataTrail: undefined };
  }
  const data = dataSelectors({ ...choice, dataEvents }, option);
  return cloudWatchCopy === "management-only"
    ? { trail: management, dataTrail: data }
    : {
        trail: (partition) => data(partition).apply((selectors) => [managementEvents(), ...selectors]),
        dataTrail: undefined,
      };
}

type ChosenDataEvents = Omit<DataEventChoice, "dataEvents"> & {
  readonly dataEvents: Exclude<DataEventChoice["dataEvents"], typeof NONE | undefined>;
};

function dataSelectors(choice: ChosenDataEvents, option: (option: string) => string): SelectorsIn {
  const { dataEvents, dataEventBucketArns = [], lambdaFunctionArns } = choice;
  const bucketArns = dataEventBucketArns.map((arn, index) =>
    validated(arn, option(`dataEventBucketArns[${index}]`), checkBucketArn),
  );
  const functionArns =
    lambdaFunctionArns === "none"
      ? []
      : lambdaFunctionArns?.map((arn, index) =>
          validated(arn, option(`lambdaFunctionArns[${index}]`), checkFunctionArn),
        );
  return (partition) =>
    pulumi
      .all([partition, pulumi.all(bucketArns), pulumi.all(functionArns ?? [])])
      .apply(([partitionId, buckets, functions]) => {
        const selectors = dataEventSelectors({
          resourceTypes: dataEvents === "all-ai" ? aiResourceTypesOf(partitionId) : dataEvents,
          bucketArns: buckets,
          functionArns: lambdaFunctionArns === "none" ? "none" : functionArns === undefined ? "all" : functions,
        });
        checkSize(selectors, option("dataEvents, dataEventBucketArns and lambdaFunctionArns"));
        return selectors;
      });
}

function checkDataEvents(choice: DataEventChoice, option: (name: string) => string): void {
  const { dataEvents = "all-ai", lambdaFunctionArns } = choice;
  if (dataEvents === NONE) {
    const ignored = ["dataEventBucketArns", "lambdaFunctionArns", "cloudWatchCopy"] as const;
    refuseIgnored(choice, { ignored, by: `dataEvents "${NONE}"`, otherwise: "choose other dataEvents" }, option);
    return;
  }
  if (dataEvents !== "all-ai") {
    checkResourceTypes(dataEvents, option("dataEvents"));
  }
  if (lambdaFunctionArns?.length === 0) {
    throw new OptionError({
      path: option("lambdaFunctionArns"),
      got: [],
      allowed: 'one or more function ARNs, or "none"',
      fix: "Name the functions to log, or leave lambdaFunctionArns out to log every function.",
    });
  }
}

function checkResourceTypes(resourceTypes: readonly string[], path: string): void {
  const unknown = resourceTypes.filter((type) => !isAiResourceType(type));
  const repeated = resourceTypes.filter((type, index) => resourceTypes.indexOf(type) !== index);
  if (resourceTypes.length > 0 && unknown.length === 0 && repeated.length === 0) {
    return;
  }
  throw new OptionError({
    path,
    got: unknown.length > 0 ? unknown : resourceTypes,
    allowed: `"all-ai", "${NONE}", or one or more different types of AI_RESOURCE_TYPES`,
    fix: "Correct the list, or leave dataEvents out to log every AI resource type.",
  });
}

function checkSize(selectors: readonly EventSelector[], path: string): void {
  // The trail's selector of management events counts too, where the trail has one.
  const values = countConditionValues([managementEvents(), ...selectors]);
  if (values > MOST_CONDITION_VALUES) {
    throw new OptionError({
      path,
      got: `${values} values together`,
      allowed: `${MOST_CONDITION_VALUES} values in all event selectors of a trail`,
      fix: "Name fewer buckets or functions; leaving lambdaFunctionArns out logs every function with no value of its own.",
    });
  }
}
