/** What the prod stack calls its vault in eu-central-1, and what belongs to it. */
const NAME = "baseline-eu-central-1-backup";
export const VAULT = { type: "aws:backup/vault:Vault", name: `${NAME}-vault` };
export const LOCK = { type: "aws:backup/vaultLockConfiguration:VaultLockConfiguration", name: `${NAME}-lock` };
export const POLICY = { type: "aws:backup/vaultPolicy:VaultPolicy", name: `${NAME}-policy` };
export const PLAN = { type: "aws:backup/plan:Plan", name: `${NAME}-plan` };
export const SELECTION = { type: "aws:backup/selection:Selection", name: `${NAME}-selection` };
