/** State that belongs to one run of a program, in a process that may run several. */
import * as pulumi from "@pulumi/pulumi";

const WITHOUT_ENGINE = {};

/**
 * A state of which each run has its own.
 *
 * One process may run several programs, one after another or side by side (the Automation API's inline programs, a test
 * suite). The connection to the engine is what tells one run from the next.
 *
 * @param create makes the state of a run when it is first asked for
 */
export function perRun<State extends object>(create: () => State): () => State {
  const states = new WeakMap<object, State>();
  return () => {
    const run = pulumi.runtime.getMonitor() ?? WITHOUT_ENGINE;
    const state = states.get(run) ?? create();
    states.set(run, state);
    return state;
  };
}
