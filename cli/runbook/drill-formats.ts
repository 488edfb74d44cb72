/** The forms of a drill's report, apart from the drill: the command line names them before DuckDB is loaded. */
export const DRILL_FORMATS = ["terminal", "json", "html"] as const;

export type DrillFormat = (typeof DRILL_FORMATS)[number];
