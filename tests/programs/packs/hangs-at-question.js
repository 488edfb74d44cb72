const { PolicyPack } = require("@pulumi/policy");

new PolicyPack("hangs-at-question", {
  policies: [
    {
      name: "only",
      description: "The only policy.",
      enforcementLevel: "mandatory",
      validateResource: () => {
        for (;;) {}
      },
    },
  ],
});
