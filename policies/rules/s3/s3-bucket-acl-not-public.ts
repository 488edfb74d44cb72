import { UNKNOWN, at, holdsUnknown, isList } from "../../properties";
import { found } from "../../requirements";
import { BUCKET_ACL } from "../../resources";
import { type Results, all, fail, pass, undecided } from "../../result";
import { resourceRule } from "../../rule";

const GRANTS = BUCKET_ACL.path("accessControlPolicy.grants");

/** Canned ACLs that let nobody in but the owner and S3's own delivery of access logs. */
const CLOSED = ["private", "log-delivery-write", "bucket-owner-read", "bucket-owner-full-control"];

/** The group by which S3 delivers access logs. */
const LOG_DELIVERY = "http://acs.amazonaws.com/groups/s3/LogDelivery";

export const s3BucketAclNotPublic = resourceRule(BUCKET_ACL, {
  id: "s3-bucket-acl-not-public",
  title: "S3 bucket ACLs let nobody in but the owner and S3's delivery of access logs",
  severity: "critical",
  property: "acl",
  rationale:
    "An ACL opens a bucket past its policy: to everyone, to every AWS account, or to an account that nobody names in a review.",
  remediation: "Leave the ACL out, or set acl to private; say in the bucket's policy who may read.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html"],
  related: {
    prowler: ["s3_bucket_public_list_acl", "s3_bucket_public_write_acl"],
    checkov: ["CKV_AWS_20", "CKV_AWS_57"],
    securityHub: ["S3.2", "S3.3", "S3.12"],
    config: ["S3_BUCKET_PUBLIC_READ_PROHIBITED", "S3_BUCKET_PUBLIC_WRITE_PROHIBITED"],
  },
  check: ({ properties }, { property }) => {
    const { acl } = properties;
    const canned: Results =
      acl === UNKNOWN
        ? undecided(property)
        : acl === undefined || CLOSED.some((closed) => closed === acl)
          ? pass
          : fail(property, `${found(acl)}; leave it out, or set it to "private"`);
    return all(canned, checkGrants(at(properties, GRANTS), at(properties, "accessControlPolicy.owner.id")));
  },
});

function checkGrants(grants: ReturnType<typeof at>, owner: ReturnType<typeof at>): Results {
  if (holdsUnknown(grants)) {
    return undecided(GRANTS);
  }
  const grantees = (isList(grants) ? grants : []).map((grant) => at(grant, "grantee"));
  return all(
    ...grantees.map((grantee, index) => {
      const isOwner = owner === UNKNOWN || (owner !== undefined && at(grantee, "id") === owner);
      return isOwner || at(grantee, "uri") === LOG_DELIVERY
        ? pass
        : fail(`${GRANTS}.${index}`, `${found(grantee)}; take it out, and name the reader in the bucket's policy`);
    }),
  );
}
