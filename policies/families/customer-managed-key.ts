/** Rules that require encryption with a customer managed key. */
import { type PropertyMap, UNKNOWN, at } from "../properties";
import { found } from "../requirements";
import type { PathOf, ResourceType } from "../resource-type";
import { type Results, fail, pass, undecided } from "../result";
import { type ResourceRule, type RuleText, resourceRule } from "../rule";

type Text<Id extends string, Properties extends object> = Omit<RuleText<Id>, "remediation"> & {
  readonly property: PathOf<Properties>;
  /** @default - says which property to set */
  readonly remediation?: string;
};

/** Each resource of the type names a customer managed key. */
export function customerManagedKeyRule<const Id extends string, Properties extends object>(
  type: ResourceType<Properties>,
  text: Text<Id, Properties>,
): ResourceRule<Id> {
  const remediation = `Set ${text.property} to the ARN of a customer managed key.`;
  return resourceRule<Id, Properties>(type, { remediation, ...text, requires: isCustomerManagedKey });
}

/**
 * The property names a customer managed key. Which key may be unknown as long as the property itself is known to be there;
 * an alias of AWS (`alias/aws/...`) is that of an AWS managed key.
 */
export function isCustomerManagedKey(properties: PropertyMap, path: string): Results {
  const holder = path.split(".").slice(0, -1).join(".");
  if (holder !== "" && at(properties, holder) === UNKNOWN) {
    return undecided(path);
  }
  const key = at(properties, path);
  const isOfAws = typeof key === "string" && /(^|:)alias\/aws\//.test(key);
  return key === undefined || key === "" || isOfAws
    ? fail(path, `${found(key)}${isOfAws ? ", an AWS managed key" : ""}; set it to the ARN of a customer managed key`)
    : pass;
}
