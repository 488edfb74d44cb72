/** The files of this command and of the pack, which the program under check must not have touched. */
import * as fs from "node:fs";
import * as path from "node:path";
import { UnchangedFiles } from "../gate/unchanged-files";
import { UsageError } from "./failure";

/** The package of this command, whose bundle lies in `dist`. */
const PACKAGE = path.basename(__dirname) === "dist" ? path.dirname(__dirname) : __dirname;

/** Rooms of a checkout from which the command and its pack run; none where the command is installed. */
const ROOMS = ["facts", "pulumi", "policies", "tools", "settings"]
  .map((room) => path.join(PACKAGE, "..", room))
  .filter((room) => PACKAGE === __dirname && fs.existsSync(room));

export interface WatchedInstallation {
  /** To be called while the program runs, because it takes the most time. */
  list(): void;
  /** To be called after the program has ended. @throws UsageError if a file has changed */
  requireUnchanged(): void;
}

/**
 * To be called before the program starts. The operator's other files have been read by then.
 *
 * @param pack the pack's folder, where one is to be started.
 */
export function watchInstallation(pack: string | undefined): WatchedInstallation {
  const files = new UnchangedFiles({
    packages: [PACKAGE, ...(pack === undefined ? [] : [path.resolve(pack)])],
    folders: ROOMS,
    files: [process.execPath],
  });
  return {
    list: () => void files.list(),
    requireUnchanged: () => {
      const changed = files.changed();
      if (changed !== undefined) {
        throw new UsageError(
          `${changed} was changed while the program ran, and the check depends on it, so nothing was checked. ` +
            "If it was the program, it must not; otherwise run the check again. " +
            "Install the gate and its pack where the program's user cannot write.",
        );
      }
    },
  };
}
