/** The functions that sample model invocations: between which log groups they stand, and what share they keep. */
import { SAMPLER_VARIABLES } from "../../facts/bedrock/invocation-sampling";
import { type Declared, textAt } from "../declared";
import { type Account, ofType } from "../usage";

/** A function that samples, and the names of its log groups. */
export interface Sampler {
  readonly sampler: Declared;
  readonly source: string;
  readonly metadata: string;
  readonly samples: string;
  readonly percent: number;
}

/** The functions of an account that sample. */
export function samplersOf(account: Account): readonly Sampler[] {
  return ofType(account, "aws:lambda/function:Function").flatMap((sampler) => {
    const told = (name: string): string | undefined => textAt(sampler.properties, "environment", "variables", name);
    const metadata = told(SAMPLER_VARIABLES.metadataLogGroup);
    const samples = told(SAMPLER_VARIABLES.samplesLogGroup);
    const subscription = ofType(account, "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter").find(
      ({ region, properties }) =>
        region === sampler.region && textAt(properties, "destinationArn") === textAt(sampler.properties, "arn"),
    );
    const source = textAt(subscription?.properties, "logGroup");
    return metadata === undefined || samples === undefined || source === undefined
      ? []
      : [{ sampler, source, metadata, samples, percent: Number(told(SAMPLER_VARIABLES.percent)) }];
  });
}
