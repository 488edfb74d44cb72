/**
 * What a CI system reads as a command to itself, wherever its log has it. Text of a stranger must not annotate, mask, set
 * a variable or fold the lines around it.
 *
 * Sources: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands and, for the older form
 * `##[`, https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs;
 * https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands;
 * https://www.jetbrains.com/help/teamcity/service-messages.html; https://docs.gitlab.com/ci/jobs/job_logs/;
 * https://buildkite.com/docs/pipelines/configure/managing-log-output.
 */
import { escaped } from "./text";

/** `##[error]`, `##vso[task.setvariable]`, `##teamcity[...]`: anywhere in a line. */
const HASH_COMMAND = /#(?=#[\w.]*\[)/g;

/** `section_start:1560896352:name`, by which GitLab folds. */
const SECTION = /_(?<=section_)(?=(?:start|end):)/g;

/** `::error::`, and the headings of Buildkite's groups: at the beginning of a line, after colors and spaces. */
const LINE_COMMAND = /^((?:[^\S\n]|\u001B\[[\d;]*m)*)(:(?=:)|-(?=-- )|\+(?=\+\+ )|~(?=~~ )|\^(?=\^\^ ))/gm;

/**
 * The text without commands: one character of each is escaped.
 *
 * @param write the escape. A format that has escapes of its own, which its readers undo, keeps its data as they are.
 * @default `\u{..}`
 */
export function withoutLogCommands(text: string, write: (character: string) => string = escaped): string {
  return text
    .replace(HASH_COMMAND, write)
    .replace(SECTION, write)
    .replace(LINE_COMMAND, (_, before: string, character: string) => before + write(character));
}
