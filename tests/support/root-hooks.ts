/** Loaded by mocha before any test file. */
import { cleanUp } from "./at-end";
import { removeFixtures } from "./fixture-program";
import { stopSharedPack } from "./shared-pack";
import { leavePromisesUntraced } from "./untraced-promises";

leavePromisesUntraced();

export const mochaHooks = { afterAll: [stopSharedPack, removeFixtures, cleanUp] };
