import { arnParts } from "../../iam/deliveries";
import { show } from "../../properties";
import { KEY_GRANT } from "../../resources";
import { type Results, all, fail, pass, undecided } from "../../result";
import { resourceRule } from "../../rule";

/** Both of them can use what the grant gives, or hand it on. */
const PRINCIPALS = [KEY_GRANT.path("granteePrincipal"), KEY_GRANT.path("retiringPrincipal")] as const;

export const kmsGrantOwnAccount = resourceRule(KEY_GRANT, {
  id: "kms-grant-own-account",
  title: "KMS grants are for principals of the key's own account",
  severity: "high",
  property: "granteePrincipal",
  rationale:
    "A grant gives the use of a key past its policy. One to another account lets that account read what the key encrypts, and no rule " +
    "on key policies sees it.",
  remediation:
    "Grant the key to a principal of its own account, or say in the key's policy who of another account may use it.",
  references: ["https://docs.aws.amazon.com/kms/latest/developerguide/grants.html"],
  check: ({ properties }) =>
    all(
      ...PRINCIPALS.map((property): Results => {
        const { keyId, [property]: principal } = properties;
        if (principal === undefined) {
          return pass;
        }
        const [account, own] = [arnParts(principal)?.account, arnParts(keyId)?.account];
        // A key named by its id alone is one of the caller's account, which no input tells.
        if (account === undefined || own === undefined) {
          return undecided(property, "is of an account that cannot be compared with the key's before the update");
        }
        return account === own
          ? pass
          : fail(property, `is ${show(principal)}, of another account than the key; name a principal of ${own}`);
      }),
    ),
});
