import { kmsGrantOwnAccount } from "../../../../policies/rules/kms/kms-grant-own-account";
import { describeResourceRule } from "../../rule-harness";

const FOREIGN = "arn:aws:iam::444455556666:role/reader";

describeResourceRule(kmsGrantOwnAccount, {
  example: {
    keyId: "arn:aws:kms:us-east-1:111122223333:key/1234",
    granteePrincipal: "arn:aws:iam::111122223333:role/reader",
    operations: ["Decrypt"],
  },
  fails: [
    {
      title: "a grant to another account",
      set: { granteePrincipal: FOREIGN },
      message: `is "${FOREIGN}", of another account than the key; name a principal of 111122223333`,
    },
    {
      title: "a grant that another account can retire",
      set: { retiringPrincipal: FOREIGN },
      property: "retiringPrincipal",
      message: `is "${FOREIGN}", of another account than the key; name a principal of 111122223333`,
    },
  ],
  passes: [
    { title: "a retiring principal of the account", set: { retiringPrincipal: "arn:aws:iam::111122223333:role/a" } },
  ],
  unknown: ["granteePrincipal", { path: "keyId", property: "granteePrincipal" }],
});
