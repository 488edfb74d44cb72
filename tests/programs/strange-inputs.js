const pulumi = require("@pulumi/pulumi");
const { LogGroup } = require("@pulumi/aws/cloudwatch");

class Odd extends pulumi.CustomResource {
  constructor(name, props) {
    super("acme:index:Odd", name, props);
  }
}
const nest = (depth) => (depth === 0 ? "bottom" : { inner: nest(depth - 1) });
new Odd("nothing", { undef: undefined, nil: null, list: [undefined, null, 0], empty: {}, none: [] });
new Odd("numbers", { nan: NaN, infinite: Infinity, negativeZero: -0, large: 2 ** 53, tiny: 5e-324 });
new Odd("deep", { nest: nest(90) });
new Odd("abyss", { nest: nest(600) });
new Odd("long", { text: "x".repeat(300000) });
new Odd("unicode-\u{1f980} name", { ключ: "\u0000\u202e\ufeff\u{1f980}", "a.b": 1, "[0]": 2, "": 3, "4dabf": 4 });
new Odd("prototype", {
  hostile: JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
});
new Odd("dates", { date: new Date(0), buffer: undefined, flag: false });
new (class extends pulumi.CustomResource {})("acme:constructor:toString", "hostile-type", { valueOf: 1 });
new LogGroup("nulls", { retentionInDays: null, kmsKeyId: undefined, tags: null });
new LogGroup("words", { retentionInDays: "365 days", tags: [] });
new LogGroup("not-a-number", { retentionInDays: NaN });
