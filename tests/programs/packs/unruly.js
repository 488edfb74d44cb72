// A pack that does not keep to what it announces, in the way that the variable UNRULY names.
const { PolicyPack } = require("@pulumi/policy");

const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const policy = (name, violation, more = {}) => ({
  name,
  description: `The policy ${name}`,
  enforcementLevel: "mandatory",
  validateResource: (args, report) => {
    if (violation !== undefined && args.type === LOG_GROUP) {
      report(violation);
    }
  },
  ...more,
});
const TAGGED = { tags: ["wording:ai-governance-baseline", `type:${LOG_GROUP}`, "property:x"] };

const WAYS = {
  "announces-nothing": [],
  "announces-twice": [policy("a"), policy("a", { message: "is wrong" })],
  "checks-nothing": [{ name: "a", description: "A policy that was never finished." }, policy("b")],
  "answers-for-nobody": [policy("a", { message: "is wrong", name: "never-announced" })],
  "answers-for-disabled": [policy("a", { message: "is wrong", name: "b" }), policy("b")],
  "answers-elsewhere": [policy("a", { message: "is wrong", urn: `urn:pulumi:dev::app::${LOG_GROUP}::other` })],
  "marks-mandatory": [policy("a", { message: "[exempt] x is wrong" }, TAGGED)],
  "marks-untagged": [policy("a", { message: "[exempt] x is wrong", enforcementLevel: "advisory" })],
  "marks-advisory": [policy("a", { message: "[exempt] x is wrong", enforcementLevel: "advisory" }, TAGGED)],
  "claims-unknown": [
    policy("a", { message: "can't run policy 'a' from policy pack 'unruly@v1.2.3' during preview: who knows" }),
  ],
  silent: [policy("a")],
};

new PolicyPack("unruly", { policies: WAYS[process.env.UNRULY] });
