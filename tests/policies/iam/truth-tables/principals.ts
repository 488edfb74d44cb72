/** Whom the principal of a policy names. */
import type { PropertyMap, Value } from "../../../../policies/properties";
import { ACCOUNT, PAGES, ROLE, type Strangers, type TruthCase, lets } from "./truth-case";

const { principal: page, notPrincipal } = PAGES;
const OTHER = "999988887777";
const CANONICAL = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be";

const forms: readonly (readonly [string, Value, Strangers])[] = [
  ["a star", "*", "strangers"],
  ["a star of AWS", { AWS: "*" }, "strangers"],
  ["a star of AWS in a list", { AWS: ["*"] }, "strangers"],
  ["a star beside an account", { AWS: [ACCOUNT, "*"] }, "strangers"],
  ["a star beside a service", { Service: "cloudtrail.amazonaws.com", AWS: "*" }, "strangers"],
  ["a star as kind and as principal", { "*": "*" }, "strangers"],
  ["AWS in lower case", { aws: "*" }, "strangers"],
  ["two stars", { AWS: "**" }, "strangers"],
  ["a question mark and a star", { AWS: "?*" }, "strangers"],
  ["every account's root", { AWS: "arn:aws:iam::*:root" }, "strangers"],
  ["accounts with digits open", { AWS: "arn:aws:iam::11112222????:root" }, "strangers"],
  ["an account's id with digits open", { AWS: "11112222333?" }, "strangers"],
  ["a role of any account", { AWS: "arn:aws:iam::*:role/reader" }, "strangers"],
  ["every identity of the partition", { AWS: "arn:aws:iam::*" }, "strangers"],
  ["a text that is no principal", { AWS: "everyone" }, "strangers"],
  ["a policy variable", { AWS: "${aws:PrincipalArn}" }, "strangers"],
  ["an account of eleven digits", { AWS: "11112222333" }, "strangers"],
  ["no canonical user", { CanonicalUser: "*" }, "strangers"],
  ["a session of any account", { AWS: "arn:aws:sts::*:assumed-role/reader/session" }, "strangers"],
  ["an account's id", { AWS: ACCOUNT }, "nobody"],
  ["an account's id, as a number", { AWS: Number(ACCOUNT) }, "nobody"],
  ["an account's root", { AWS: `arn:aws:iam::${ACCOUNT}:root` }, "nobody"],
  ["an account's root in China", { AWS: `arn:aws-cn:iam::${ACCOUNT}:root` }, "nobody"],
  ["a role", { AWS: ROLE }, "nobody"],
  ["a role with a path", { AWS: `arn:aws:iam::${ACCOUNT}:role/teams/reader` }, "nobody"],
  ["a user", { AWS: `arn:aws:iam::${ACCOUNT}:user/anna` }, "nobody"],
  ["a role's session", { AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/reader/session` }, "nobody"],
  ["a federated user", { AWS: `arn:aws:sts::${ACCOUNT}:federated-user/anna` }, "nobody"],
  ["a user's unique id", { AWS: "AIDACKCEVSQ6C2EXAMPLE" }, "nobody"],
  ["a role's unique id", { AWS: "AROACKCEVSQ6C2EXAMPLE" }, "nobody"],
  ["a canonical user", { CanonicalUser: CANONICAL }, "nobody"],
  ["accounts and roles", { AWS: [ACCOUNT, ROLE, OTHER] }, "nobody"],
];

const exceptions: readonly (readonly [string, PropertyMap, Strangers])[] = [
  ["an account", { AWS: ACCOUNT }, "strangers"],
  ["a role and its account", { AWS: [ROLE, ACCOUNT] }, "strangers"],
  ["a service", { Service: "cloudtrail.amazonaws.com" }, "strangers"],
  ["a canonical user", { CanonicalUser: CANONICAL }, "strangers"],
];

const homes: readonly (readonly [string, Value, readonly string[], Strangers])[] = [
  ["the account at home", { AWS: ACCOUNT }, [ACCOUNT], "nobody"],
  ["another account", { AWS: OTHER }, [ACCOUNT], "strangers"],
  ["a role at home", { AWS: ROLE }, [ACCOUNT], "nobody"],
  ["a role elsewhere", { AWS: `arn:aws:iam::${OTHER}:role/reader` }, [ACCOUNT], "strangers"],
  ["one at home and one elsewhere", { AWS: [ACCOUNT, OTHER] }, [ACCOUNT], "strangers"],
  ["two accounts at home", { AWS: [ACCOUNT, OTHER] }, [ACCOUNT, OTHER], "nobody"],
  ["everyone", "*", [ACCOUNT], "strangers"],
];

export const PRINCIPALS: readonly TruthCase[] = [
  ...forms.map(([title, principal, expected]) => ({
    title: `${title} lets in ${expected}`,
    page,
    policy: [lets(principal)],
    expected,
  })),
  ...forms.map(([title, principal]) => ({
    title: `a Deny for ${title} lets in nobody`,
    page,
    policy: [lets(principal, undefined, { Effect: "Deny" })],
    expected: "nobody" as const,
  })),
  ...exceptions.map(([title, NotPrincipal, expected]) => ({
    title: `an Allow for everyone but ${title} lets in ${expected}`,
    page: notPrincipal,
    policy: [{ Effect: "Allow", NotPrincipal, Action: "s3:GetObject", Resource: "*" }],
    expected,
  })),
  ...homes.map(([title, principal, accounts, expected]) => ({
    title: `${title} is ${expected}, where ${accounts.join(" and ")} is home`,
    page,
    policy: [lets(principal)],
    home: { accounts },
    expected,
  })),
];
