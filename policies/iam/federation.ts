/** Whether a role's trust in an identity provider says whose tokens it takes. */
import { ANY_PROVIDER, IDENTITY_PROVIDERS, type NeededClaim } from "../../facts/iam/identity-providers";
import { ANYTHING, type Carried, extentOf, hasVariable } from "./conditions";
import type { Condition } from "./policy-document";

/** The issuer's name, without the scheme, in lower case; `undefined` for a provider of SAML, whose users are those of one owner. */
export function issuerOf(federated: string): string | undefined {
  if (/^arn:[^:]+:iam::\d{12}:saml-provider\/[^*?]+$/.test(federated)) {
    return undefined;
  }
  return federated.replace(/^arn:[^:]*:iam::[^:]*:oidc-provider\//, "").toLowerCase();
}

/** What the conditions leave open of what the issuer's tokens have to be asked: condition keys, of each of which one is needed. */
export function openClaims(issuer: string, conditions: readonly Condition[]): readonly (readonly string[])[] {
  const provider = IDENTITY_PROVIDERS.find(({ host }) => host.test(issuer));
  return (provider?.needs ?? ANY_PROVIDER)
    .filter((needed) => !isAsked(issuer, needed, conditions))
    .map((needed) => Object.keys(needed).map((claim) => keyOf(issuer, claim)));
}

function keyOf(issuer: string, claim: string): string {
  return claim.includes(":") ? claim : `${issuer}:${claim}`;
}

/** A condition that a token without the claim would meet asks for nothing. */
function isAsked(issuer: string, needed: NeededClaim, conditions: readonly Condition[]): boolean {
  return Object.entries(needed).some(([claim, form]) => {
    const carried: Carried = {
      presence: "sometimes",
      matches: (values, comparison) =>
        values.length > 0 && comparison !== "other" && values.every((value) => !hasVariable(value) && form.test(value))
          ? "none"
          : "some",
    };
    return extentOf(conditions, (key) => (key === keyOf(issuer, claim) ? carried : ANYTHING)) === "none";
  });
}
