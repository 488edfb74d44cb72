const { PolicyPack } = require("@pulumi/policy");

new PolicyPack("never-settles", {
  policies: [
    {
      name: "only",
      description: "The only policy.",
      enforcementLevel: "mandatory",
      validateResource: () => {
        return new Promise(() => undefined);
      },
    },
  ],
});
