import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type RoleOptions, withRoleOptions } from "../../../components/iam/role-options";
import { record } from "../recorder";

const ROLE = "aws:iam/role:Role";
const BOUNDARY = "arn:aws:iam::123456789012:policy/boundary";

class Outer extends pulumi.ComponentResource {
  constructor(options: RoleOptions) {
    super("test:index:Outer", "outer", {}, withRoleOptions(undefined, options));
    const inner = new pulumi.ComponentResource("test:index:Inner", "inner", {}, { parent: this });
    const plain = new aws.iam.Role("plain", { assumeRolePolicy: "{}" }, { parent: inner });
    new aws.iam.RolePolicy("policy", { role: plain.name, policy: plain.arn }, { parent: inner });
    new aws.iam.Role("own", { assumeRolePolicy: "{}", path: "/own/" }, { parent: this });
    new aws.iam.User("user", {}, { parent: inner });
  }
}

describe("The options of roles", () => {
  it("reach every role in a component, and keep what one says itself", async () => {
    const recording = await record(() => new Outer({ rolePath: "/governance/", permissionsBoundary: BOUNDARY }));
    assert.deepEqual(recording.inputs(ROLE, "plain"), {
      assumeRolePolicy: "{}",
      path: "/governance/",
      permissionsBoundary: BOUNDARY,
    });
    assert.ok("policy" in recording.inputs("aws:iam/rolePolicy:RolePolicy", "policy"), "outputs are kept");
    assert.equal(recording.inputs(ROLE, "own")["path"], "/own/");
    assert.equal(recording.inputs(ROLE, "own")["permissionsBoundary"], BOUNDARY);
    assert.ok(!("path" in recording.inputs("aws:iam/user:User", "user")));
  });

  it("leave everything as it is where nothing is asked", () => {
    const opts = { protect: true };
    assert.equal(withRoleOptions(opts, { rolePath: "/" }), opts);
    assert.equal(withRoleOptions(undefined, {}), undefined);
  });
});
