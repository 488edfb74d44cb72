/** Loaded by mocha before any test file. */
import { stopSharedPack } from "./shared-pack";

export const mochaHooks = { afterAll: stopSharedPack };
