/** What every capability of an account can be: a mode, which may differ from region to region. */

/** The capability is left out. The reason appears in every report. */
export interface Off {
  readonly mode: "off";
  readonly reason: string;
}

/** A mode for every governed region, and the regions that differ. */
export type Regional<Mode> = Mode & { readonly regions?: Readonly<Record<string, Mode>> | undefined };

/** The mode of a region. */
export function modeIn<Mode>(regional: Regional<Mode>, region: string): Mode {
  return regional.regions?.[region] ?? regional;
}
