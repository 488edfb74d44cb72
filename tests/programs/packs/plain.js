// A pack as any team writes one: plain policies that know nothing of the gate.
const { PolicyPack } = require("@pulumi/policy");

new PolicyPack("plain", {
  enforcementLevel: "mandatory",
  policies: [
    {
      name: "retention-positive",
      description: "A log group has a retention.",
      validateResource: (args, report) => {
        if (args.type === "aws:cloudwatch/logGroup:LogGroup" && !(args.props.retentionInDays > 0)) {
          report(`retentionInDays is ${args.props.retentionInDays}`);
        }
      },
    },
    {
      name: "names-short",
      description: "Names are short.",
      enforcementLevel: "advisory",
      configSchema: { properties: { longest: { type: "integer", default: 20 } }, required: [] },
      validateResource: (args, report) => {
        if (args.name.length > (args.getConfig().longest ?? 20)) {
          report("the name is long", args.urn);
        }
      },
    },
    {
      name: "has-a-key",
      description: "There is a key.",
      validateStack: (args, report) => {
        if (!args.resources.some(({ type }) => type === "aws:kms/key:Key")) {
          report("the stack has no key");
        }
      },
    },
    {
      name: "only-keys",
      description: "Is concerned with keys only.",
      validateResource: (args) => {
        if (args.type !== "aws:kms/key:Key") {
          args.notApplicable("not a key");
        }
      },
    },
  ],
});
