import { casesOf } from "./bad-resource";

const vault = casesOf("backup vault", "aws:backup/vault:Vault");

export const badVaults = [vault("backup-vault-customer-managed-key", { remove: ["kmsKeyArn"] })];
