/** Everything that stands in the way of a stack in an account. Pure. */
import { type Decided, together } from "./collision";
import { breakGlassCollisions } from "./break-glass";
import { auditManagerCollisions } from "./audit-manager";
import { bucketLineageCollisions } from "./bucket-lineage";
import { configRuleCollisions } from "./config-rules";
import type { Declared } from "./declared";
import { detectionCollisions } from "./detection";
import { invocationLoggingCollisions } from "./invocation-logging";
import { nameCollisions } from "./names";
import type { ObservedAccount } from "./observed";
import { quotaCollisions } from "./quotas";
import { recorderCollisions } from "./recorders";
import { regionCollisions } from "./regions";
import { serviceControlCollisions } from "./service-control";
import { trailCollisions } from "./trails";

/**
 * @param declared what the stack would create.
 * @param all that with what the stack has already, which may name what is gone.
 * @param home the region of `aws:region`.
 */
export function collisionsOf(
  declared: readonly Declared[],
  all: readonly Declared[],
  observed: ObservedAccount,
  home: string,
): Decided {
  return together([
    regionCollisions(declared, observed),
    serviceControlCollisions(declared, observed, home),
    trailCollisions(declared, observed),
    recorderCollisions(declared, observed),
    configRuleCollisions(declared, observed),
    invocationLoggingCollisions(declared, observed),
    detectionCollisions(declared, observed),
    auditManagerCollisions(declared, observed),
    bucketLineageCollisions(declared, observed),
    nameCollisions(declared, observed),
    quotaCollisions(declared, observed),
    breakGlassCollisions(all, observed),
  ]);
}
