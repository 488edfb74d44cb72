/** From an `AuditTrail`'s options to the event selectors of its trail. */
import * as pulumi from "@pulumi/pulumi";

import { AI_RESOURCE_TYPES } from "./ai-resource-types";
import { checkBucketArn, checkFunctionArn, type AuditTrailArgs } from "./audit-trail-args";
import {
  countConditionValues,
  eventSelectors,
  MOST_CONDITION_VALUES,
  type EventSelector,
} from "./documents/event-selectors";
import { OptionError, validated } from "./validated-input";

/**
 * The trail's selectors.
 *
 * @param option builds the whole path of an option, as `optionOf` does
 * @throws {OptionError} for an ARN of the wrong form; when the selectors hold more values than CloudTrail accepts, the
 *   Output rejects with it
 */
export function trailSelectors(
  args: AuditTrailArgs,
  option: (option: string) => string,
): pulumi.Output<EventSelector[]> {
  const { dataEvents = "all-ai", trainingBucketArns = [], lambdaFunctionArns } = args;
  if (dataEvents === "none-i-accept-the-gap") {
    return pulumi.output(eventSelectors({ resourceTypes: [], bucketArns: [], functionArns: "none" }));
  }
  const bucketArns = trainingBucketArns.map((arn, index) =>
    validated(arn, option(`trainingBucketArns[${index}]`), checkBucketArn),
  );
  const functionArns = lambdaFunctionArns?.map((arn, index) =>
    validated(arn, option(`lambdaFunctionArns[${index}]`), checkFunctionArn),
  );
  const resourceTypes = dataEvents === "all-ai" ? AI_RESOURCE_TYPES : dataEvents;
  return pulumi.all([pulumi.all(bucketArns), pulumi.all(functionArns ?? [])]).apply(([buckets, functions]) => {
    const selectors = eventSelectors({
      resourceTypes,
      bucketArns: buckets,
      functionArns: functionArns === undefined ? "all" : functions,
    });
    checkSize(selectors, option("dataEvents, trainingBucketArns and lambdaFunctionArns"));
    return selectors;
  });
}

function checkSize(selectors: readonly EventSelector[], path: string): void {
  const values = countConditionValues(selectors);
  if (values > MOST_CONDITION_VALUES) {
    throw new OptionError({
      path,
      got: `${values} values together`,
      allowed: `${MOST_CONDITION_VALUES} values in all event selectors of a trail`,
      fix: "Name fewer buckets or functions; leaving lambdaFunctionArns out logs every function with no value of its own.",
    });
  }
}
