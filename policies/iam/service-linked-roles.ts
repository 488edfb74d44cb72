/** Service-linked roles, whose trust and permissions AWS keeps, told by their ARNs. */
import { UNKNOWN, type Value } from "../properties";
import type { Truth } from "../truth";

/** Whether the ARN is that of AWS Config's service-linked role. */
export function isConfigServiceLinkedRole(arn: Value | undefined): Truth {
  return arn === UNKNOWN
    ? UNKNOWN
    : typeof arn === "string" &&
        /^arn:[a-z-]+:iam::\d{12}:role\/aws-service-role\/config\.amazonaws\.com\/AWSServiceRoleForConfig$/.test(arn);
}
