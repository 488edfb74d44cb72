import { casesOf } from "./bad-resource";

const vault = casesOf("vault", "aws:backup/vault:Vault");

export const badVaults = [vault("backup-vault-customer-managed-key", { remove: ["kmsKeyArn"] })];
