import { type Judgements, fail, mustBePresent } from "../../judgement";
import { type PropertyMap, at, show } from "../../properties";

/** The alias of a key that AWS owns the policy of, alone or at the end of an ARN. */
const AWS_MANAGED_KEY = /(^|:)alias\/aws\//;

/** The property must name a customer managed key. A key that is yet to be created has no known ARN, but is there. */
export function mustNameCustomerKey(properties: PropertyMap, path: string): Judgements {
  const key = at(properties, path);
  return typeof key === "string" && AWS_MANAGED_KEY.test(key)
    ? fail(path, `is ${show(key)}, a key that AWS manages; it must name a customer managed KMS key`)
    : mustBePresent(properties, path, "a customer managed KMS key");
}
