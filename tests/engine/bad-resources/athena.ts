import { casesOf } from "./bad-resource";

const workgroup = casesOf("workgroup", "aws:athena/workgroup:Workgroup");

export const badWorkgroups = [
  workgroup("athena-workgroup-configuration-enforced", {
    set: { "configuration.enforceWorkgroupConfiguration": false },
  }),
  workgroup("athena-workgroup-encrypted-with-cmk", {
    remove: ["configuration.resultConfiguration.encryptionConfiguration.kmsKeyArn"],
  }),
];
