/** Values as a state has them where they are secret or not known yet. */
import { SECRET_SIGNATURE, SIGNATURE_KEY, UNKNOWN_VALUE } from "../../pulumi/wire";
import type { WireValue } from "../../pulumi/stack-state";

export const unknown = UNKNOWN_VALUE;

export function secret(plaintext: WireValue): WireValue {
  return { [SIGNATURE_KEY]: SECRET_SIGNATURE, plaintext: JSON.stringify(plaintext) };
}
