import { EVIDENCE_TAMPERING } from "../../../../facts/iam/evidence-tampering";
import { iamNoWildcardModelInvocation } from "../../../../policies/rules/iam/iam-no-wildcard-model-invocation";
import { beside, describeForbiddenPermissions, givenTo, grants, worker } from "./forbidden-permissions";

describeForbiddenPermissions(iamNoWildcardModelInvocation, {
  action: "bedrock:InvokeModel",
  all: Object.values(EVIDENCE_TAMPERING.models).flat(),
  instead: "name the models",
  fails: [
    givenTo(
      "every foundation model of a region",
      ["bedrock:InvokeModel"],
      "name the models",
      grants("bedrock:InvokeModel", { Resource: "arn:aws:bedrock:us-east-1::foundation-model/*" }),
    ),
    givenTo(
      "every inference profile",
      ["bedrock:InvokeModel"],
      "name the models",
      grants("bedrock:InvokeModel", { Resource: "arn:aws:bedrock:*:111122223333:inference-profile/*" }),
    ),
    givenTo(
      "every model under any inference profile",
      ["bedrock:InvokeModel"],
      "name the models",
      grants("bedrock:InvokeModel", {
        Condition: { StringLike: { "bedrock:InferenceProfileArn": "arn:aws:bedrock:*:*:inference-profile/*" } },
      }),
    ),
  ],
  passes: [
    {
      title: "a model by name",
      change: beside(
        worker(
          grants("bedrock:InvokeModel*", { Resource: "arn:aws:bedrock:*::foundation-model/amazon.nova-pro-v1:0" }),
        ),
      ),
    },
    {
      title: "every model under an inference profile by name",
      change: beside(
        worker(
          grants("bedrock:InvokeModel", {
            Resource: "arn:aws:bedrock:*::foundation-model/*",
            Condition: {
              StringEquals: {
                "bedrock:InferenceProfileArn":
                  "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.amazon.nova-pro-v1:0",
              },
            },
          }),
        ),
      ),
    },
  ],
});
