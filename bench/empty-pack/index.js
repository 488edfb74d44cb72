"use strict";
const { PolicyPack } = require("@pulumi/policy");

// A pack without policies is refused, since nothing would be checked.
new PolicyPack("empty-pack", {
  policies: [
    {
      name: "nothing",
      description: "Asks for nothing.",
      enforcementLevel: "advisory",
      validateStack: () => undefined,
    },
  ],
});
