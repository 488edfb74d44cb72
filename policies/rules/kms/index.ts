import { keyDeletionWindow } from "./key-deletion-window";
import { keyEnabled } from "./key-enabled";
import { keyLockoutCheckKept } from "./key-lockout-check-kept";
import { keyPolicyDeclared } from "./key-policy-declared";
import { keyPolicyNotPublic } from "./key-policy-not-public";
import { keyProtected } from "./key-protected";
import { keyRotationEnabled } from "./key-rotation-enabled";
import { keyServiceGrantsBound } from "./key-service-grants-bound";
import { keyServiceGrantsNamed } from "./key-service-grants-named";
import { trailKeyUsable } from "./trail-key-usable";

export const keyRules = [
  keyRotationEnabled,
  keyPolicyDeclared,
  keyPolicyNotPublic,
  keyServiceGrantsBound,
  keyDeletionWindow,
  keyEnabled,
  keyLockoutCheckKept,
  keyProtected,
  trailKeyUsable,
  keyServiceGrantsNamed,
] as const;
