/** What an account asks of every role: the path that tells whose it is, and a permissions boundary. */
import type * as pulumi from "@pulumi/pulumi";

import { given } from "../base/options";

/** What is told to every role of a component and of those in it. */
export interface RoleOptions {
  /** Begins and ends with a slash. @default "/" */
  readonly rolePath?: string | undefined;
  /** ARN of the policy that bounds what the roles may do, whatever is granted to them. @default - none */
  readonly permissionsBoundary?: string | undefined;
}

const ROLE = "aws:iam/role:Role";

/**
 * Options of a component by which each role in it, at whatever depth, has the path and the boundary; one that says otherwise keeps what
 * it says. Roles that AWS's services make for themselves have neither.
 *
 * @param opts the options that the program gives the component
 */
export function withRoleOptions(
  opts: pulumi.ComponentResourceOptions | undefined,
  { rolePath, permissionsBoundary }: RoleOptions,
): pulumi.ComponentResourceOptions | undefined {
  const told = given({ path: rolePath === "/" ? undefined : rolePath, permissionsBoundary });
  if (Object.keys(told).length === 0) {
    return opts;
  }
  const transformation: pulumi.ResourceTransformation = ({ type, props, opts: resourceOptions }) =>
    type === ROLE ? { props: withDefaults(props, told), opts: resourceOptions } : undefined;
  return { ...opts, transformations: [...(opts?.transformations ?? []), transformation] };
}

/** The provider's class names every argument and output, also those that have no value: without its name an output is lost. */
function withDefaults(
  props: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const missing = Object.entries(defaults).filter(([name]) => props[name] === undefined);
  return { ...props, ...Object.fromEntries(missing) };
}
