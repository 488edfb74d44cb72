//@ Pulumi.dev.yaml: { config: { aws:region: eu-central-1, aws:allowedAccountIds: ["111122223333"] } }
"use strict";
setInterval(() => undefined, 1000);
