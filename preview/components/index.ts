/** The components of other packages whose resources are known from what they are given. */
import { AWSX_TRAIL } from "./awsx";
import type { KnownComponent } from "./component";
import { EKS_CLUSTER } from "./eks";

export const KNOWN_COMPONENTS: readonly KnownComponent[] = [AWSX_TRAIL, EKS_CLUSTER];

export function knownComponent(type: string): KnownComponent | undefined {
  return KNOWN_COMPONENTS.find((component) => component.type === type);
}
