import { type Judgements, fail, pass, undecided } from "../judgement";
import { type PropertyMap, UNKNOWN, at, show } from "../properties";

/**
 * The property must name a KMS key of the customer. Which key may be unknown as long as the property itself is known to
 * be there; an alias of AWS (`alias/aws/...`) is not the customer's.
 */
export function mustBeCustomerKey(properties: PropertyMap, path: string): Judgements {
  const holder = path.split(".").slice(0, -1).join(".");
  if (holder !== "" && at(properties, holder) === UNKNOWN) {
    return undecided(path);
  }
  const key = at(properties, path);
  const isOfAws = typeof key === "string" && /(^|:)alias\/aws\//.test(key);
  return key === undefined || key === "" || isOfAws
    ? fail(path, `is ${show(key)}; it must name a customer managed KMS key`)
    : pass;
}
