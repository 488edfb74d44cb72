/** How a user brings something instead of letting a component make it. */
import type * as pulumi from "@pulumi/pulumi";

import { refuseIgnored } from "./options";

/** Something that exists already, or that the program makes itself. */
export interface Existing<Identity> {
  readonly existing: Identity;
}

/** What a component needs of something that it makes or is given. */
export interface Ready {
  /** What has to exist before the thing can be used, for `dependsOn`; nothing for what the user brings. */
  readonly before: readonly pulumi.Resource[];
}

/**
 * The thing that the user brings, or else the one that is made.
 *
 * @param given `undefined` when the user brings none
 */
export function existingOr<Identity, Thing>(
  given: Existing<Identity> | undefined,
  adopt: (identity: Identity) => Thing,
  make: () => Thing,
): Thing {
  return given === undefined ? make() : adopt(given.existing);
}

/** For each option by which a thing is brought, the options that shape the thing when the component makes it. */
export type ShapingOptions<Name extends string> = Readonly<Partial<Record<Name, readonly Name[]>>>;

/**
 * Refuses options that shape what the component makes where the user brings it instead.
 *
 * @throws {OptionError} for the first option that would be ignored
 */
export function refuseShapingOfExisting<Name extends string>(
  args: Readonly<Partial<Record<NoInfer<Name>, unknown>>>,
  shaping: ShapingOptions<Name>,
  option: (name: string) => string,
): void {
  for (const thing of Object.keys(shaping) as Name[]) {
    // The keys of a ShapingOptions are names of options.
    if (args[thing] !== undefined) {
      const ignored = shaping[thing] ?? [];
      refuseIgnored(args, { ignored, by: `${thing}.existing`, otherwise: `leave ${thing} out` }, option);
    }
  }
}
