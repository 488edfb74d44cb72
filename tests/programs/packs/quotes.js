// Quotes whatever it is told, in pieces and in encodings, as no pack should.
const { PolicyPack } = require("@pulumi/policy");

const quote = (args, report) => {
  const all = JSON.stringify(args.props ?? args.resources.map(({ props }) => props));
  report(all);
  report(Buffer.from(all).toString("base64"));
  report(encodeURIComponent(all));
  for (let from = 0; from < 40; from += 1) {
    report(`found ${all.slice(from).replace(/(.{20})/g, "$1\n")}`);
  }
};

new PolicyPack("quotes", {
  enforcementLevel: "mandatory",
  policies: [
    { name: "quotes-resource", description: "Quotes a resource.", validateResource: quote },
    { name: "quotes-stack", description: "Quotes the stack.", validateStack: quote },
  ],
});
