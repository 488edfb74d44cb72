const { PolicyPack } = require("@pulumi/policy");

new PolicyPack("throws-in-policy", {
  policies: [
    {
      name: "only",
      description: "The only policy.",
      enforcementLevel: "mandatory",
      validateResource: () => {
        throw new TypeError("the policy is wrong");
      },
    },
  ],
});
