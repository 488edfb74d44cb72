export { firehoseLogBucketObjectLock } from "./firehose-log-bucket-object-lock";
export { firehoseStreamEncryptedWithCmk } from "./firehose-stream-encrypted-with-cmk";
export { firehoseStreamErrorsLogged } from "./firehose-stream-errors-logged";
export { firehoseStreamObjectsEncrypted } from "./firehose-stream-objects-encrypted";
export { firehoseStreamRoleAllowsDelivery } from "./firehose-stream-role-allows-delivery";
