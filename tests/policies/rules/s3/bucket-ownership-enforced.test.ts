import { bucketOwnershipEnforced } from "../../../../policies/rules/s3/bucket-ownership-enforced";
import { describeResourceRule } from "../../rule-harness";

const OWNERSHIP = "rule.objectOwnership";

describeResourceRule(bucketOwnershipEnforced, {
  fails: [
    {
      title: "objects of whoever writes them",
      set: { [OWNERSHIP]: "ObjectWriter" },
      message: 'is "ObjectWriter"; it must be "BucketOwnerEnforced"',
    },
    {
      title: "objects of the owner, with lists",
      set: { [OWNERSHIP]: "BucketOwnerPreferred" },
      message: 'is "BucketOwnerPreferred"; it must be "BucketOwnerEnforced"',
    },
    { title: "no ownership", remove: ["rule"], message: 'is absent; it must be "BucketOwnerEnforced"' },
  ],
  unknown: [OWNERSHIP, { path: "rule", property: OWNERSHIP }],
});
