/**
 * What can be said of a stack whose account nobody names. Its own account stands in it as a placeholder; which of the accounts that the
 * program names is its own, if any, is not known. So the pack is asked about the stack in each of them, and what only some of the answers
 * say is undecided. Pure.
 */
import type { StackState } from "../pulumi/stack-state";
import type { Finding } from "./finding";

/** An account in an ARN, or alone as a principal. */
const ACCOUNT = /(?<=arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:|(?<![\w:/.-]))\d{12}(?=:|"|\\")/g;

/** More accounts than these are not tried: each costs as much as the check itself. */
export const MOST_ACCOUNTS = 4;

/** The accounts that the stack names besides the placeholder, each once, in the order of the state. */
export function namedAccounts({ deployment }: StackState, placeholder: string): readonly string[] {
  const found = JSON.stringify(deployment.resources.map(({ inputs }) => inputs)).match(ACCOUNT) ?? [];
  return [...new Set(found)].filter((account) => account !== placeholder).slice(0, MOST_ACCOUNTS);
}

/** The stack as it would be in the account. */
export function inAccount(state: StackState, placeholder: string, account: string): StackState {
  return JSON.parse(JSON.stringify(state).replaceAll(placeholder, account)) as StackState; // the same form, other digits
}

/** What a check of the stack found in one of the accounts. */
export interface FoundIn {
  readonly account: string;
  readonly findings: readonly Finding[];
}

/**
 * The findings in the placeholder's account, of which those that another account has not are undecided, and those that only another
 * has, added as undecided.
 */
export function inAnyOf(placeholder: string, own: readonly Finding[], others: readonly FoundIn[]): readonly Finding[] {
  const everywhere = (text: string): string =>
    others.reduce((plain, { account }) => plain.replaceAll(account, placeholder), text);
  const keyOf = ({ rule, urn, result, property = "", message }: Finding): string =>
    JSON.stringify([rule, everywhere(urn), result, property, everywhere(message)]);
  const isFailure = ({ result }: Finding): boolean => result === "fail";
  const known = new Set(own.map(keyOf));
  const inEvery = others.map(({ findings }) => new Set(findings.map(keyOf)));
  const added = new Map(
    others
      .flatMap(({ findings }) => findings)
      .filter((finding) => isFailure(finding) && !known.has(keyOf(finding)))
      .map((finding) => [keyOf(finding), finding]),
  );
  const undecided = [...added.values()].map((finding): Finding => {
    const urn = own.find((one) => everywhere(one.urn) === everywhere(finding.urn))?.urn ?? finding.urn;
    return dependsOnAccount({ ...finding, urn });
  });
  const doubted = new Set(undecided.map(({ rule, urn }) => JSON.stringify([rule, urn])));
  return [
    ...own
      // What fails in another account does not pass here.
      .filter(({ rule, urn, result }) => result !== "pass" || !doubted.has(JSON.stringify([rule, urn])))
      .map((finding) =>
        isFailure(finding) && !inEvery.every((found) => found.has(keyOf(finding)))
          ? dependsOnAccount(finding)
          : finding,
      ),
    ...undecided,
  ];
}

function dependsOnAccount(finding: Finding): Finding {
  return {
    ...finding,
    result: "undecided",
    message: `${finding.message}. That depends on the account, which nobody names; set aws:allowedAccountIds, or pass --account`,
  };
}
