import { s3BucketAclNotPublic } from "../../../../policies/rules/s3/s3-bucket-acl-not-public";
import type { WireMap } from "../../../../pulumi/stack-state";
import { type FailingCase, describeResourceRule } from "../../rule-harness";

const OWNER = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be";
const ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers";

const canned = (acl: string): FailingCase => ({
  title: `the ACL ${acl}`,
  set: { acl },
  message: `is "${acl}"; leave it out, or set it to "private"`,
});
const granting = (grantee: WireMap) => ({
  "accessControlPolicy.owner.id": OWNER,
  "accessControlPolicy.grants": [{ permission: "READ", grantee }],
});

describeResourceRule(s3BucketAclNotPublic, {
  example: { bucket: "b", acl: "private" },
  fails: [
    canned("public-read"),
    canned("public-read-write"),
    canned("authenticated-read"),
    canned("aws-exec-read"),
    {
      title: "a grant to everyone",
      set: granting({ type: "Group", uri: ALL_USERS }),
      property: "accessControlPolicy.grants.0",
      message: `is {"type":"Group","uri":"${ALL_USERS}"}; take it out, and name the reader in the bucket's policy`,
    },
    {
      title: "a grant to another account by its e-mail address",
      set: granting({ type: "AmazonCustomerByEmail", emailAddress: "a@example.com" }),
      property: "accessControlPolicy.grants.0",
      message:
        'is {"type":"AmazonCustomerByEmail","emailAddress":"a@example.com"}; take it out, and name the reader in the ' +
        "bucket's policy",
    },
  ],
  passes: [
    { title: "the delivery of access logs", set: { acl: "log-delivery-write" } },
    { title: "a grant to the owner", set: granting({ type: "CanonicalUser", id: OWNER }) },
    {
      title: "a grant to the group by which S3 delivers access logs",
      set: granting({ type: "Group", uri: "http://acs.amazonaws.com/groups/s3/LogDelivery" }),
    },
  ],
  unknown: ["acl", { path: "accessControlPolicy.grants", property: "accessControlPolicy.grants" }],
});
