/** Loaded by mocha before any test file. */
import { cleanUp } from "./at-end";
import { removeFixtures } from "./fixture-program";
import { stopSharedPack } from "./shared-pack";

// mocha has lifted Node.js's limit, so that each stack trace would go back to the beginning.
Error.stackTraceLimit = 30;

export const mochaHooks = { afterAll: [stopSharedPack, removeFixtures, cleanUp] };
