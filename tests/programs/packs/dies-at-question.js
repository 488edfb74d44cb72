const { PolicyPack } = require("@pulumi/policy");

new PolicyPack("dies-at-question", {
  policies: [
    {
      name: "only",
      description: "The only policy.",
      enforcementLevel: "mandatory",
      validateResource: () => {
        console.error("the pack has had enough");
        process.exit(7);
      },
    },
  ],
});
