//@ Pulumi.dev.yaml: null
import { readSettings } from "./settings";

readSettings();

//@ file settings.ts
export function readSettings(): never {
  throw new Error("the settings make no sense");
}
