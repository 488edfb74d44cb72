export { providersEquivalentsNotJudged } from "./providers-equivalents-not-judged";
