/** Service control policies that refuse calls of the deployment. */
import { DEPLOY_ACTIONS } from "../../facts/iam/deploy-actions";
import { partitionOf } from "../../facts/regions";
import { type Collision, type Decided, type Setting, type Undecided, leaveOpen } from "./collision";
import { type Declared, GLOBAL, regionsOf } from "./declared";
import type { ObservedAccount, ServiceControlLevel } from "./observed";
import {
  type Call,
  type ControlStatement,
  type Principal,
  applies,
  readStatements,
} from "./service-control-statements";

const PAGE = "docs/existing-accounts/organizations.md";

/** A call, and the resource for which it is made. */
interface DeployCall extends Call {
  readonly urn: string;
}

/** Why a call is refused, or may be. */
interface Refusal {
  /** `DenyRegions of p-1234 (region guardrail)` */
  readonly by: string;
  readonly target: string;
  readonly certain: boolean;
}

export function serviceControlCollisions(
  declared: readonly Declared[],
  { serviceControl, account, caller }: ObservedAccount,
  home: string,
): Decided {
  if ("unreadable" in serviceControl) {
    return leaveOpen({ what: "service control policies", where: GLOBAL, ...serviceControl.unreadable });
  }
  const levels = serviceControl.seen.levels.map(readLevel);
  const principal = { account, arn: caller };
  const calls = deployCalls(declared, home);
  const refused = new Map<string, { readonly refusal: Refusal; readonly calls: DeployCall[] }>();
  for (const call of calls) {
    const refusal = refusalOf(levels, call, principal);
    if (refusal !== undefined) {
      const key = `${call.region} ${refusal.by} ${refusal.target} ${String(refusal.certain)}`;
      const entry = refused.get(key) ?? { refusal, calls: [] };
      entry.calls.push(call);
      refused.set(key, entry);
    }
  }
  const all = [...refused.values()];
  return {
    collisions: all
      .filter(({ refusal }) => refusal.certain)
      .map((one) => refusedCalls(one.refusal, one.calls, leaveRegion(declared, calls, one.calls, home))),
    undecided: all.filter(({ refusal }) => !refusal.certain).map((one) => possiblyRefused(one.refusal, one.calls)),
  };
}

/** The calls that create what is declared. A global service answers in one region of its partition. */
function deployCalls(declared: readonly Declared[], home: string): readonly DeployCall[] {
  return declared.flatMap(({ urn, type, region, arn }) =>
    (DEPLOY_ACTIONS[type]?.create ?? []).map((action) => ({
      urn,
      action,
      region: region === GLOBAL ? globalRegion(home) : region,
      ...(arn === undefined ? {} : { resource: arn }),
    })),
  );
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion */
const GLOBAL_REGIONS: Readonly<Record<string, string>> = {
  aws: "us-east-1",
  "aws-cn": "cn-north-1",
  "aws-us-gov": "us-gov-west-1",
};

function globalRegion(home: string): string {
  return GLOBAL_REGIONS[partitionOf(home).id] ?? home;
}

/** A level, with the statements of its policies. */
interface Level {
  readonly target: string;
  readonly policies: readonly {
    readonly title: string;
    readonly statements: readonly ControlStatement[] | undefined;
  }[];
}

function readLevel({ target, policies }: ServiceControlLevel): Level {
  return {
    target,
    policies: policies.map(({ id, name, document }) => ({
      title: `${name} (${id})`,
      statements: readStatements(document),
    })),
  };
}

/**
 * A call passes when every level allows it and none denies it.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
function refusalOf(levels: readonly Level[], call: Call, principal: Principal): Refusal | undefined {
  const refusals = levels.flatMap((level) => refusalsAt(level, call, principal));
  return refusals.find(({ certain }) => certain) ?? refusals[0];
}

function refusalsAt({ target, policies }: Level, call: Call, principal: Principal): readonly Refusal[] {
  const refusals: Refusal[] = [];
  let allowed: boolean | "unknown" = false;
  for (const { title, statements } of policies) {
    if (statements === undefined) {
      allowed = allowed === true ? true : "unknown";
      refusals.push({ by: `${title}, which is not a policy document`, target, certain: false });
      continue;
    }
    for (const statement of statements) {
      const applicable = applies(statement, call, principal);
      if (applicable === false) {
        continue;
      }
      if (statement.effect === "Allow") {
        allowed = allowed === true ? true : applicable;
      } else {
        refusals.push({
          by: statement.sid === undefined ? title : `${statement.sid} of ${title}`,
          target,
          certain: applicable === true,
        });
      }
    }
  }
  return allowed === true ? refusals : [...refusals, { by: "no policy allows it", target, certain: allowed === false }];
}

function refusedCalls(refusal: Refusal, calls: readonly DeployCall[], settings: readonly Setting[]): Collision {
  return {
    what: "Service control policy",
    where: calls[0]?.region ?? GLOBAL,
    declared: calls[0]?.urn ?? "",
    observed: refusal.by,
    consequence: "refused",
    explanation: `At ${refusal.target} of the organization it refuses ${actionsOf(calls)}.`,
    settings,
    otherwise: `${settings.length === 0 ? "Ask" : "Or ask"} whoever manages the organization to except the role that deploys, or adopt what the organization provides instead.`,
    page: PAGE,
  };
}

function possiblyRefused({ by, target }: Refusal, calls: readonly DeployCall[]): Undecided {
  return {
    what: `service control policy: ${by}`,
    where: calls[0]?.region ?? GLOBAL,
    why: `At ${target} of the organization it may refuse ${actionsOf(calls)}, depending on conditions that cannot be known beforehand.`,
  };
}

function actionsOf(calls: readonly DeployCall[]): string {
  return [...new Set(calls.map(({ action }) => action))].sort().join(", ");
}

/** Where a whole region is refused, it cannot be governed; the home region has to be. */
function leaveRegion(
  declared: readonly Declared[],
  calls: readonly DeployCall[],
  refused: readonly DeployCall[],
  home: string,
): readonly Setting[] {
  const region = refused[0]?.region;
  const inRegion = calls.filter((call) => call.region === region);
  const regions = regionsOf(declared);
  return region === undefined || region === home || !regions.includes(region) || refused.length < inRegion.length
    ? []
    : [{ path: ["governedRegions"], value: regions.filter((other) => other !== region) }];
}
