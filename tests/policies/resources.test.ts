import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as kubernetes from "@pulumi/kubernetes";
import * as components from "../../components/index";
import * as resources from "../../policies/resources";

describe("the handle of a resource type", () => {
  for (const [name, { token }] of Object.entries(resources)) {
    it(`${name} has the token of a class that exists`, () => {
      const [pkg, module = "", type = ""] = token.split(":");
      if (pkg === "ai-governance-baseline") {
        assert.ok(type in components, token);
        return;
      }
      const [space = ""] = module.split("/");
      const classes = pkg === "aws" ? at(aws, space) : at(at(kubernetes, "auditregistration"), "v1alpha1");
      assert.equal(at(at(classes, type), "__pulumiType"), token);
    });
  }
});

function at(holder: unknown, name: string): unknown {
  return Reflect.get(holder as object, name); // modules and classes are objects
}
