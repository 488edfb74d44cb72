const { PolicyPack } = require("@pulumi/policy");

new PolicyPack("dies-quoting", {
  policies: [
    {
      name: "only",
      description: "The only policy.",
      enforcementLevel: "mandatory",
      validateResource: ({ props }) => {
        console.error(`cannot stand ${JSON.stringify(props)}`);
        process.exit(7);
      },
    },
  ],
});
