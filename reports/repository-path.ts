/** Files as whoever shows a report beside the code looks for them: by their path from the root of the repository. Pure. */

/** A finding without a place is shown in this file, because most viewers show none without a file. */
export const PROJECT_FILE = "Pulumi.yaml";

/**
 * The parts of a path from the root of the repository.
 *
 * @param projectFolder relative to the root, with forward slashes
 * @param file relative to the project's folder
 */
export function repositoryPath(projectFolder: string, file: string): readonly string[] {
  return [projectFolder, file].flatMap((part) => part.split("/")).filter(isBelow);
}

/** Whether a part of a path leads down from the root, and neither back to it nor out of it. */
function isBelow(part: string): boolean {
  return !["", ".", ".."].includes(part);
}
