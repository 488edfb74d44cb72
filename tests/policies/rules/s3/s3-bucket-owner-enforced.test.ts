import { s3BucketOwnerEnforced } from "../../../../policies/rules/s3/s3-bucket-owner-enforced";
import { describeResourceRule } from "../../rule-harness";

const OWNERSHIP = "rule.objectOwnership";

describeResourceRule(s3BucketOwnerEnforced, {
  fails: [
    {
      title: "objects owned by their writers",
      set: { [OWNERSHIP]: "ObjectWriter" },
      message: 'is "ObjectWriter"; set it to "BucketOwnerEnforced"',
    },
    {
      title: "objects owned by the bucket owner, with ACLs",
      set: { [OWNERSHIP]: "BucketOwnerPreferred" },
      message: 'is "BucketOwnerPreferred"; set it to "BucketOwnerEnforced"',
    },
    { title: "no ownership", remove: ["rule"], message: 'is not set; set it to "BucketOwnerEnforced"' },
  ],
  unknown: [OWNERSHIP, { path: "rule", property: OWNERSHIP }],
});
