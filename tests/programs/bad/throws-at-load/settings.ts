export function readSettings(): never {
  throw new Error("the settings make no sense");
}
