/** Explains why a program ended without a state that can be checked. Pure, except that it reads the SDK's version. */
import { versionOf } from "../pulumi/runner";
import { Secrets } from "../pulumi/secrets";
import { STACK_TYPE } from "../pulumi/stack-state";
import { circleOf } from "../pulumi/state-order";
import type { Completion } from "./completion";
import type { ProgramLog } from "./engine-service";
import { readable } from "./placeholders";
import { ERROR_WAS_REPORTED, type ProgramEnd } from "./program-process";
import { type Project, secretSettingsOf } from "./project";
import type { Recorder } from "./recorder";

export interface Circumstances {
  readonly log: ProgramLog;
  readonly recorder: Recorder;
  readonly completion: Completion;
  /** Milliseconds. */
  readonly timeout: number;
}

/** The message for the program's author, or `undefined` if the program ended normally. */
export function programFailure(project: Project, end: ProgramEnd, circumstances: Circumstances): string | undefined {
  const { log, recorder, completion, timeout } = circumstances;
  const program = `The program in ${project.folder} (stack ${project.stack})`;
  if (log.errors.length > 0 || (end.exitCode !== undefined && end.exitCode !== 0)) {
    const output =
      end.exitCode === ERROR_WAS_REPORTED || log.errors.length > 0 ? log.errors.join("\n") : readable(end.printed);
    return withoutSecrets(
      `${program} failed:\n${withoutStack(output, project.folder)}${hint(recorder)}`,
      project,
      recorder,
    );
  }
  if (end.exitCode === undefined) {
    return (
      `${program} did not end within ${timeout / 1000} seconds. Look for a promise that never settles or a server that ` +
      "keeps running; give it longer with --timeout."
    );
  }
  if (!recorder.state().deployment.resources.some(({ type }) => type === STACK_TYPE)) {
    return `${program} registered nothing, not even its stack. Is its entry point a Pulumi program?`;
  }
  if (end.cleared === "not all") {
    return (
      `${program} leaves processes behind that cannot be ended, so nothing that follows would be safe from them. ` +
      "Let the program end every process that it starts."
    );
  }
  if (completion.incomplete !== undefined) {
    return (
      `${program} declares things out of turn: ${completion.incomplete}. ` +
      "What is declared so cannot be checked. Declare everything before the program ends, in its own process."
    );
  }
  if (!recorder.stackHasOutputs || (signalsItsEnd(project.folder) && !completion.isSignaled)) {
    return (
      `${program} ended before it was through, with exit code 0: it calls process.exit, or it awaits what never comes. ` +
      "What it had not declared by then cannot be checked. Let the program end by itself."
    );
  }
  const circle = circleOf(recorder.state().deployment.resources);
  if (circle !== undefined) {
    const [one, other] = circle.map(({ urn }) => urn);
    return `${program} registers ${one}, which refers to ${other}, and that back to it (parent, provider or dependency).`;
  }
  if (recorder.duplicateUrns.length > 0) {
    return (
      `${program} registers more than one resource as ${[...new Set(recorder.duplicateUrns)].join(", ")}. ` +
      "The name of a resource must be its own among those of its type and parent."
    );
  }
  return undefined;
}

function hint({ unansweredFunctions }: Recorder): string {
  return unansweredFunctions.length === 0
    ? ""
    : `\nIt called ${unansweredFunctions.join(", ")}, which only an account or a plugin can answer: in a preview without ` +
        "one, nothing can be computed from the answer. The form that returns an output (the name ending in Output) can be checked.";
}

/** The first minor version of `@pulumi/pulumi` 3 that signals the end of a program to the monitor. */
const SIGNALS_SINCE = 187;

function signalsItsEnd(folder: string): boolean {
  // An unreadable version is taken for a new one, of which more is asked.
  const [major = SIGNALS_SINCE, minor = SIGNALS_SINCE] = versionOf(folder)?.split(".").map(Number) ?? [];
  return !(major < 3 || (major === 3 && minor < SIGNALS_SINCE));
}

/** Terminal color codes, which a program may use in its errors. */
const COLOR = /\u001B\[[0-9;]*m/g;

const MOST_LINES = 40;

/** The lines that help the program's author: the message, and its origin in the program's own files. */
function withoutStack(text: string, folder: string): string {
  const lines = text.replace(COLOR, "").split("\n");
  const isFrame = (line: string): boolean => /^\s+at /.test(line);
  const meant = lines.filter((line) => line.trim() !== "" && !isFrame(line));
  const place = lines.find((line) => isFrame(line) && line.includes(folder) && !line.includes("node_modules"));
  return [...meant.slice(0, MOST_LINES), ...(place === undefined ? [] : [place])].join("\n") || "(it gave no reason)";
}

/** Like the engine, the preview masks secrets in a program's output, those of its settings and those that it declared. */
function withoutSecrets(message: string, project: Project, recorder: Recorder): string {
  return new Secrets(recorder.state().deployment.resources, { texts: secretSettingsOf(project) }).mask(message);
}
