import { dataProtectionCommon } from "./data-protection-common";
import { dataProtectionComplete } from "./data-protection-complete";
import { logGroupClassQueryable } from "./log-group-class-queryable";
import { logGroupCustomerKey } from "./log-group-customer-key";
import { logGroupDeletionProtected } from "./log-group-deletion-protected";
import { logGroupKeyUsable } from "./log-group-key-usable";
import { logGroupProtected } from "./log-group-protected";
import { logGroupRetentionBounded } from "./log-group-retention-bounded";
import { retainedLogGroupProtected } from "./retained-log-group-protected";

export const logRules = [
  logGroupRetentionBounded,
  logGroupCustomerKey,
  logGroupDeletionProtected,
  logGroupProtected,
  logGroupClassQueryable,
  dataProtectionComplete,
  logGroupKeyUsable,
  retainedLogGroupProtected,
  dataProtectionCommon,
] as const;
