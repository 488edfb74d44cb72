/** Where a folder lies in its repository. */
import * as fs from "node:fs";
import * as path from "node:path";

/** What the root of a repository has: a folder, or a file in a worktree and in a submodule. */
const ROOT_MARK = ".git";

/**
 * The path of a folder from the root of its repository, with forward slashes.
 *
 * @returns an empty text where it is the root, or lies in no repository
 */
export function folderInRepository(folder: string): string {
  const whole = fs.realpathSync(folder);
  for (let root = whole; ; root = path.dirname(root)) {
    if (fs.existsSync(path.join(root, ROOT_MARK))) {
      return path.relative(root, whole).split(path.sep).join("/");
    }
    if (root === path.dirname(root)) {
      return "";
    }
  }
}
