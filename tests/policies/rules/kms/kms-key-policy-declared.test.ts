import { kmsKeyPolicyDeclared } from "../../../../policies/rules/kms/kms-key-policy-declared";
import { describeResourceRule } from "../../rule-harness";
import { allow, keyPolicy } from "./key-documents";

const WANTED = "set it to a JSON policy document";

describeResourceRule(kmsKeyPolicyDeclared, {
  fails: [
    { title: "a key without a policy", remove: ["policy"], message: `is not set; ${WANTED}` },
    { title: "a key with an empty policy", set: { policy: "" }, message: `is ""; ${WANTED}` },
    {
      title: "a policy that is cut in half",
      set: { policy: keyPolicy().slice(0, 40) },
      message: `cannot be read: it is not JSON; ${WANTED}`,
    },
    {
      title: "a policy without statements",
      set: { policy: "{}" },
      message: `cannot be read: it has no Statement; ${WANTED}`,
    },
    {
      title: "a statement that neither allows nor denies",
      set: { policy: keyPolicy(allow("*", { Effect: "Perhaps" })) },
      message: `cannot be read: statement 2 has the Effect "Perhaps"; use Allow or Deny; ${WANTED}`,
    },
  ],
  passes: [{ title: "the account alone", set: { policy: keyPolicy() } }],
});
