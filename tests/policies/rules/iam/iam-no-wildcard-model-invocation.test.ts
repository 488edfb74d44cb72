import { EVIDENCE_TAMPERING } from "../../../../facts/iam/evidence-tampering";
import { iamNoWildcardModelInvocation } from "../../../../policies/rules/iam/iam-no-wildcard-model-invocation";
import { documentOf } from "../policy-documents";
import { declared } from "../stack-resources";
import {
  ROLE_POLICY_TYPE,
  ROLE_TYPE,
  beside,
  describeForbiddenPermissions,
  givenTo,
  grants,
  worker,
} from "./forbidden-permissions";

const modelsOf = (letters: string): string[] =>
  Array.from(letters, (letter) => `arn:aws:bedrock:*::foundation-model/${letter}*`);

describeForbiddenPermissions(iamNoWildcardModelInvocation, {
  action: "bedrock:InvokeModel",
  all: Object.values(EVIDENCE_TAMPERING.models).flat(),
  instead: "name the models",
  fails: [
    {
      title: "every model, by the letters of two statements, and what is not needed for it",
      change: beside(
        worker(
          grants("bedrock:*", { Resource: modelsOf("abcdefghijklm") }),
          grants("bedrock:InvokeModel", { Resource: modelsOf("u") }),
          grants("bedrock:InvokeModel*", { Sid: "Rest", Resource: modelsOf("nopqrstuvwxyz") }),
        ),
      ),
      findings: [
        {
          name: "worker-policy",
          property: "policy",
          message:
            "allows the role worker bedrock:InvokeModel, bedrock:InvokeModelWithResponseStream in " +
            "statement 1, statement 3 (Rest) together; name the models",
        },
      ],
    },
    {
      title: "every model, by the letters of two policies",
      change: beside([
        ...worker(grants("bedrock:InvokeModel", { Resource: modelsOf("abcdefghijklm") })),
        declared(ROLE_POLICY_TYPE, "other-policy", {
          role: "worker",
          policy: documentOf(grants("bedrock:InvokeModel", { Resource: modelsOf("nopqrstuvwxyz") })),
        }),
      ]),
      findings: [
        {
          name: "worker-policy",
          property: "policy",
          message:
            "allows the role worker bedrock:InvokeModel in statement 1, statement 1 of other-policy together; " +
            "name the models",
        },
      ],
    },
    {
      title: "every model, by the letters of two policies on the role itself",
      change: beside([
        declared(ROLE_TYPE, "worker", {
          name: "worker",
          inlinePolicies: ["abcdefghijklm", "nopqrstuvwxyz"].map((letters) => ({
            name: letters,
            policy: documentOf(grants("bedrock:InvokeModel", { Resource: modelsOf(letters) })),
          })),
        }),
      ]),
      findings: [
        {
          name: "worker",
          property: "inlinePolicies.0.policy",
          message:
            "allows the role worker bedrock:InvokeModel in statement 1, statement 1 of inlinePolicies.1.policy together; " +
            "name the models",
        },
      ],
    },
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
      "every model under any profile of Bedrock, by a pattern that ends before the kind",
      ["bedrock:InvokeModel"],
      "name the models",
      grants("bedrock:InvokeModel", {
        Condition: { ArnLike: { "bedrock:InferenceProfileArn": "arn:aws:bedrock:*" } },
      }),
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
      title: "models of half of the letters, and the other half for another action",
      change: beside(
        worker(
          grants("bedrock:InvokeModel", { Resource: modelsOf("abcdefghijklm") }),
          grants("bedrock:GetFoundationModel", { Resource: modelsOf("nopqrstuvwxyz") }),
        ),
      ),
    },
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
