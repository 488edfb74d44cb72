import { accessLogBucketUsable } from "./access-log-bucket-usable";
import { bucketCustomerKey } from "./bucket-customer-key";
import { bucketEncryptedWithCustomerKey } from "./bucket-encrypted-with-customer-key";
import { bucketForceDestroyOff } from "./bucket-force-destroy-off";
import { bucketHardeningComplete } from "./bucket-hardening-complete";
import { bucketLifecycleBounded } from "./bucket-lifecycle-bounded";
import { bucketObjectLockRetained } from "./bucket-object-lock-retained";
import { bucketOwnershipEnforced } from "./bucket-ownership-enforced";
import { bucketPolicyNotPublic } from "./bucket-policy-not-public";
import { bucketPolicyTlsOnly } from "./bucket-policy-tls-only";
import { bucketProtected } from "./bucket-protected";
import { bucketPublicAccessBlocked } from "./bucket-public-access-blocked";
import { bucketServiceGrantsBound } from "./bucket-service-grants-bound";
import { bucketServiceGrantsNamed } from "./bucket-service-grants-named";
import { bucketVersioningEnabled } from "./bucket-versioning-enabled";
import { evidenceBucketProtected } from "./evidence-bucket-protected";

export const bucketRules = [
  bucketPublicAccessBlocked,
  bucketEncryptedWithCustomerKey,
  bucketVersioningEnabled,
  bucketPolicyTlsOnly,
  bucketPolicyNotPublic,
  bucketServiceGrantsBound,
  bucketOwnershipEnforced,
  bucketLifecycleBounded,
  bucketObjectLockRetained,
  bucketForceDestroyOff,
  bucketProtected,
  bucketHardeningComplete,
  bucketCustomerKey,
  bucketServiceGrantsNamed,
  accessLogBucketUsable,
  evidenceBucketProtected,
] as const;
