/** What every component has in common: its token, where its children stand, how they are named, and whether they are protected. */
import type * as pulumi from "@pulumi/pulumi";

import { type AccountIdentity, accountIdentity } from "./account-identity";
import type { EvidenceProtection, KeyProtection } from "./evidence-protection";
import { given } from "./options";

/** How a component places its children. Every step of a constructor is told this, and the component's resolved options. */
export interface Scope {
  /** The name of a child: the component's own, followed by the child's role. Names are identity: they never change. */
  readonly child: (role?: string) => string;
  /** For the arguments of regional children: `{ region }`, or nothing where the provider's region holds. */
  readonly region: { readonly region?: string };
  /** Options of a child that holds no evidence. */
  readonly options: { readonly parent: pulumi.Resource };
  /** Options of a child that holds evidence: Pulumi refuses to delete it unless the component was told otherwise. */
  readonly evidence: { readonly parent: pulumi.Resource; readonly protect: boolean };
  /** For the arguments of components that hold evidence: what this one was told, or nothing. */
  readonly protection: EvidenceProtection;
  /** For the arguments of its keys: what this one was told, or nothing. */
  readonly keyProtection: Pick<EvidenceProtection, "protect"> & KeyProtection;
  /** The account, partition and region, known at preview. */
  readonly account: AccountIdentity;
}

/** Where a component's children stand, and how they are protected. */
export interface Placement {
  /** The region of its children. @default the provider's region */
  readonly region?: string | undefined;
  /** Whether Pulumi refuses to delete the children that hold evidence. @default true */
  readonly protect?: boolean | undefined;
  /** Whether deleting the component deletes the evidence in it. @default false */
  readonly forceDestroy?: boolean | undefined;
  /** Who alone may take away its keys. @default - whomever IAM allows */
  readonly breakGlassPrincipals?: readonly string[] | undefined;
}

/** The token of a component's class: `ai-governance-baseline:index:AuditTrail`. */
export function componentType(className: string): string {
  return `ai-governance-baseline:index:${className}`;
}

/**
 * The scope of a component, asked for in its constructor right after `super`.
 *
 * It is a function and not a base class, because the SDK takes the line of the program that created a component from the
 * fourth frame of the stack, and a class between `ComponentResource` and the component would put its own line there.
 */
export function scopeOf(
  component: pulumi.ComponentResource,
  name: string,
  { region, protect, forceDestroy, breakGlassPrincipals }: Placement = {},
): Scope {
  let account: AccountIdentity | undefined;
  const ask = (): AccountIdentity => (account ??= accountIdentity(component, region));
  return {
    child: (role) => (role === undefined ? name : `${name}-${role}`),
    region: given({ region }),
    options: { parent: component },
    evidence: { parent: component, protect: protect ?? true },
    protection: given({ protect, forceDestroy }),
    keyProtection: given({ protect, breakGlassPrincipals }),
    // Asked on first use: not every component needs it, and each question is a call to the engine.
    get account() {
      return ask();
    },
  };
}
