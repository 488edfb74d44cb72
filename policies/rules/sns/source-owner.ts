/** SNS's own, older condition key for the account that a request comes from; the policy of a new topic uses it. */
export const SOURCE_OWNER = "aws:sourceowner";
