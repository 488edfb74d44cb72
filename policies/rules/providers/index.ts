export { providersAwsEndpoints } from "./providers-aws-endpoints";
export { providersEquivalentsNotJudged } from "./providers-equivalents-not-judged";
