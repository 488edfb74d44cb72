/** Where a bucket's encryption configuration says how new objects are encrypted. */
import { BUCKET_ENCRYPTION } from "../../resources";

/** @param rule index of the encryption rule */
export function algorithmPath(rule: number) {
  return BUCKET_ENCRYPTION.path(`rules.${rule}.applyServerSideEncryptionByDefault.sseAlgorithm`);
}

/** @param rule index of the encryption rule */
export function keyPath(rule: number) {
  return BUCKET_ENCRYPTION.path(`rules.${rule}.applyServerSideEncryptionByDefault.kmsMasterKeyId`);
}
