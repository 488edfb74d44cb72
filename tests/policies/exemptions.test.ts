import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import fc from "fast-check";
import {
  type Exemption,
  type ExemptionDefect,
  type ExemptionLimits,
  ExemptionBook,
  NO_LIMITS,
  covers,
  readExemptions,
  sortExemptions,
} from "../../policies/exemptions";

const RULES = new Set(["s3-bucket-protected", "cloudtrail-trail-protected"]);
const TODAY = "2026-03-15";
const URN = "urn:pulumi:prod::example::aws:s3/bucket:Bucket::evidence";
const EXEMPTION: Exemption = {
  rule: "s3-bucket-protected",
  urn: URN,
  reason: "It is moved to another stack.",
  owner: "owner@example.com",
  approver: "approver@example.com",
  expires: "2026-12-31",
};
const FINDING = { rule: "s3-bucket-protected", urn: URN, property: "protect" };
const NAMED = `exemption 1 (s3-bucket-protected on ${URN})`;

function defectOf(entry: unknown): ExemptionDefect {
  const { inForce, defects } = sortExemptions([entry], RULES, TODAY);
  assert.deepEqual(inForce, []);
  assert.equal(defects.length, 1);
  return defects[0] ?? assert.fail();
}

function without(field: keyof Exemption): Record<string, unknown> {
  return Object.fromEntries(Object.entries(EXEMPTION).filter(([name]) => name !== field));
}

function inForce(...exemptions: readonly Exemption[]): ExemptionBook {
  return new ExemptionBook({ inForce: exemptions, defects: [] });
}

describe("sorting exemptions", () => {
  it("lets a whole entry apply", () => {
    const { inForce: applying, defects } = sortExemptions([EXEMPTION], RULES, TODAY);
    assert.deepEqual(applying, [EXEMPTION]);
    assert.deepEqual(defects, []);
  });

  it("lets an entry for one property apply", () => {
    const entry = { ...EXEMPTION, property: "protect" };
    assert.deepEqual(sortExemptions([entry], RULES, TODAY).inForce, [entry]);
  });

  it("has nothing of an empty file", () =>
    assert.deepEqual(sortExemptions([], RULES, TODAY), { inForce: [], defects: [] }));

  it("keeps good entries beside bad ones, in their order", () => {
    const second = { ...EXEMPTION, rule: "cloudtrail-trail-protected" };
    const { inForce: applying, defects } = sortExemptions([EXEMPTION, null, second], RULES, TODAY);
    assert.deepEqual(applying, [EXEMPTION, second]);
    assert.deepEqual(
      defects.map(({ entry }) => entry),
      ["exemption 2"],
    );
  });

  for (const entry of [null, "s3-bucket-protected", 1, [EXEMPTION]]) {
    it(`refuses ${JSON.stringify(entry).slice(0, 20)}, which is no object`, () => {
      assert.deepEqual(defectOf(entry), {
        kind: "malformed",
        entry: "exemption 1",
        problem: `is ${JSON.stringify(entry)}; it must be an object with rule, urn, reason, owner, approver, expires`,
      });
    });
  }

  for (const field of ["reason", "owner", "approver", "expires"] as const) {
    const defect = { kind: "malformed", entry: NAMED, problem: `lacks ${field}; each must be a non-empty string` };
    it(`refuses an entry without ${field}`, () => assert.deepEqual(defectOf(without(field)), defect));
    it(`refuses an entry whose ${field} is blank`, () =>
      assert.deepEqual(defectOf({ ...EXEMPTION, [field]: " " }), defect));
    it(`refuses an entry whose ${field} is no text`, () =>
      assert.deepEqual(defectOf({ ...EXEMPTION, [field]: 1 }), defect));
  }

  it("names what it can of an entry without rule or urn", () => {
    assert.equal(defectOf(without("rule")).entry, `exemption 1 (${URN})`);
    assert.equal(defectOf(without("urn")).entry, "exemption 1 (s3-bucket-protected)");
    assert.equal(defectOf({}).entry, "exemption 1");
  });

  it("names every missing field at once", () =>
    assert.equal(
      defectOf({}).problem,
      "lacks rule, urn, reason, owner, approver, expires; each must be a non-empty string",
    ));

  it("refuses a field that it does not know, which may be a misspelt property", () =>
    assert.deepEqual(defectOf({ ...EXEMPTION, propery: "protect" }), {
      kind: "malformed",
      entry: NAMED,
      problem: "has unknown fields propery; allowed are rule, urn, reason, owner, approver, expires, property",
    }));

  it("refuses a property that is no text", () =>
    assert.deepEqual(defectOf({ ...EXEMPTION, property: 1 }), {
      kind: "malformed",
      entry: NAMED,
      problem: "has a property that is not a string",
    }));

  describe("within an organization's limits", () => {
    const LIMITS: ExemptionLimits = {
      longestDays: 30,
      approvers: ["approver@example.com"],
      ownerMayApprove: false,
      never: ["cloudtrail-trail-protected"],
      statedByProgram: false,
    };
    const within = (more: Partial<Exemption>): string | undefined => {
      const entry = { ...EXEMPTION, expires: "2026-04-14", ...more };
      const { inForce: applying, defects } = sortExemptions([entry], RULES, TODAY, LIMITS);
      assert.equal(applying.length + defects.length, 1);
      assert.ok(defects.every(({ kind }) => kind === "not-allowed"));
      return defects[0]?.problem;
    };

    it("lets an entry last until the last day allowed, and not a day longer", () => {
      assert.equal(within({}), undefined);
      assert.equal(
        within({ expires: "2026-04-15" }),
        "expires on 2026-04-15; the organization allows 30 days, which is 2026-04-14",
      );
    });

    it("takes the approval of those who may approve, however they are capitalized", () => {
      assert.equal(within({ approver: " Approver@Example.com" }), undefined);
      assert.equal(
        within({ approver: "approver@example.com.evil.example" }),
        'was approved by "approver@example.com.evil.example", whom the organization does not name as an approver',
      );
      // A Cyrillic letter that looks the same.
      assert.notEqual(within({ approver: "\u0430pprover@example.com" }), undefined);
    });

    it("refuses an approver who is the owner", () => {
      assert.equal(
        within({ owner: "APPROVER@example.com " }),
        'was approved by its owner "APPROVER@example.com "; the organization asks for somebody else',
      );
    });

    it("refuses what nobody may be exempt from", () => {
      assert.equal(
        within({ rule: "cloudtrail-trail-protected" }),
        "is from cloudtrail-trail-protected, from which the organization allows no exemption",
      );
      const { inForce: applying } = sortExemptions([EXEMPTION], RULES, TODAY, { ...NO_LIMITS, never: ["all"] });
      assert.deepEqual(applying, []);
    });

    it("allows what lasts beyond the calendar only without a limit that ends within it", () => {
      const entry = { ...EXEMPTION, expires: "9999-12-31" };
      for (const longestDays of [4_000_000, Number.MAX_SAFE_INTEGER]) {
        assert.equal(sortExemptions([entry], RULES, TODAY, { ...NO_LIMITS, longestDays }).inForce.length, 1);
      }
    });
  });

  for (const urn of ["*", "prod::example", "*urn:pulumi:prod", " urn:pulumi:prod"]) {
    it(`refuses the urn ${JSON.stringify(urn)}, which starts elsewhere`, () => {
      const { kind, problem } = defectOf({ ...EXEMPTION, urn });
      assert.equal(kind, "malformed");
      assert.equal(problem, `has the urn ${JSON.stringify(urn)}; it must start with urn:pulumi:`);
    });
  }

  for (const expires of [
    "never",
    "2026-12",
    "31.12.2026",
    "2026-13-01",
    "2026-02-30",
    "2027-02-29",
    "2026-12-31T00:00",
  ]) {
    it(`refuses the day ${expires}, which the calendar does not have`, () => {
      const { kind, problem } = defectOf({ ...EXEMPTION, expires });
      assert.equal(kind, "malformed");
      assert.equal(problem, `expires on ${JSON.stringify(expires)}; it must be a day written YYYY-MM-DD`);
    });
  }

  it("takes the day that a leap year has", () => {
    assert.equal(sortExemptions([{ ...EXEMPTION, expires: "2028-02-29" }], RULES, TODAY).inForce.length, 1);
  });

  it("refuses a rule that the pack does not have", () =>
    assert.deepEqual(defectOf({ ...EXEMPTION, rule: "bucket-protecte" }), {
      kind: "unknown-rule",
      entry: `exemption 1 (bucket-protecte on ${URN})`,
      problem: 'names the rule "bucket-protecte", which this pack does not have',
    }));

  it("lets an entry apply until the end of the day on which it expires", () => {
    for (const expires of [TODAY, "2026-03-16", "2027-01-01"]) {
      assert.equal(sortExemptions([{ ...EXEMPTION, expires }], RULES, TODAY).inForce.length, 1, expires);
    }
    for (const expires of ["2026-03-14", "2025-12-31"]) {
      assert.deepEqual(defectOf({ ...EXEMPTION, expires }), {
        kind: "expired",
        entry: NAMED,
        problem: `expired on ${expires}`,
      });
    }
  });

  it("tells every entry as one that applies or as one defect, whatever it is", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.anything(), fc.record(anyField(), { requiredKeys: [] }))), (entries) => {
        const sorted = sortExemptions(entries, RULES, TODAY);
        assert.equal(sorted.inForce.length + sorted.defects.length, entries.length);
      }),
    );
  });
});

describe("what an exemption covers", () => {
  it("is the finding of its rule on its resource", () => {
    assert.ok(covers(EXEMPTION, FINDING));
    assert.ok(!covers(EXEMPTION, { ...FINDING, rule: "cloudtrail-trail-protected" }));
    assert.ok(!covers(EXEMPTION, { ...FINDING, urn: `${URN}-2` }));
    assert.ok(!covers(EXEMPTION, { ...FINDING, urn: `x${URN}` }));
  });

  it("is every property when it names none, and that one when it does", () => {
    assert.ok(covers(EXEMPTION, { ...FINDING, property: "other" }));
    const ofProperty = { ...EXEMPTION, property: "protect" };
    assert.ok(covers(ofProperty, FINDING));
    assert.ok(!covers(ofProperty, { ...FINDING, property: "protect.more" }));
    assert.ok(!covers({ ...EXEMPTION, property: "" }, FINDING));
  });

  it("is found by a pattern that is anchored at both ends", () => {
    const matches = (urn: string, found = URN): boolean => covers({ ...EXEMPTION, urn }, { ...FINDING, urn: found });
    assert.ok(matches("urn:pulumi:prod::*"));
    assert.ok(matches("urn:pulumi:*::evidence"));
    assert.ok(matches("urn:pulumi:prod::example::*::evidence"));
    assert.ok(!matches("urn:pulumi:prod::*::evi"));
    assert.ok(!matches("urn:pulumi:prod::example"));
    assert.ok(!matches("urn:pulumi:dev::*"));
  });

  it("takes no character but the star for anything else than itself", () => {
    const matches = (urn: string): boolean => covers({ ...EXEMPTION, urn }, FINDING);
    assert.ok(!matches(URN.replace("evidence", "evidenc?")));
    assert.ok(!matches(URN.replace("evidence", "evidenc.")));
    assert.ok(!matches(URN.replace("evidence", "(evidence)")));
  });

  it("is any resource whose urn is written out, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const urn = `urn:pulumi:prod::${name}`;
        assert.ok(covers({ ...EXEMPTION, urn }, { ...FINDING, urn }));
      }),
    );
  });
});

describe("a book of exemptions", () => {
  it("finds the first that covers a finding", () => {
    const first = { ...EXEMPTION, property: "protect" };
    const book = inForce(first, EXEMPTION);
    assert.equal(book.find(FINDING), first);
    assert.equal(book.find({ ...FINDING, property: "other" }), EXEMPTION);
    assert.equal(book.find({ ...FINDING, rule: "cloudtrail-trail-protected" }), undefined);
  });

  it("tells which were not needed", () => {
    const other = { ...EXEMPTION, rule: "cloudtrail-trail-protected" };
    const book = inForce(EXEMPTION, other);
    assert.deepEqual(book.unused("prod"), [EXEMPTION, other]);
    book.find(FINDING);
    assert.deepEqual(book.unused("prod"), [other]);
    book.find({ ...FINDING, urn: "urn:pulumi:prod::example::other" });
    assert.deepEqual(book.unused("prod"), [other]);
  });

  it("does not call an exemption unused that is another stack's", () => {
    const open = { ...EXEMPTION, urn: "urn:pulumi:pro*::example::*" };
    const anyStack = { ...EXEMPTION, urn: "urn:pulumi:*" };
    const book = inForce(EXEMPTION, open, anyStack);
    assert.deepEqual(book.unused("prod"), [EXEMPTION, open, anyStack]);
    assert.deepEqual(book.unused("dev"), [open, anyStack]);
    assert.deepEqual(book.unused("production"), [open, anyStack]);
  });

  it("tells the defects of its entries", () => {
    const list = sortExemptions([null], RULES, TODAY);
    assert.deepEqual(new ExemptionBook(list).defects, list.defects);
  });
});

describe("reading the exemptions file", () => {
  let folder = "";

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "exemptions-"));
  });

  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const write = (content: string): string => {
    const file = path.join(folder, "exemptions.json");
    fs.writeFileSync(file, content);
    return file;
  };
  const read = (file?: string, limits?: string): ExemptionBook =>
    readExemptions({ BASELINE_EXEMPTIONS: file, BASELINE_EXEMPTION_LIMITS: limits }, RULES, TODAY);

  it("has none where no file is named, or an empty name", () => {
    for (const file of [undefined, ""]) {
      assert.deepEqual(read(file).defects, []);
      assert.equal(read(file).find(FINDING), undefined);
    }
  });

  it("calls none unused where only some rules are asked, of which the others may need it", () => {
    const file = { BASELINE_EXEMPTIONS: write(JSON.stringify({ exemptions: [EXEMPTION] })) };
    assert.equal(readExemptions({ ...file, BASELINE_PARTIAL: "true" }, RULES, TODAY).unused("prod").length, 0);
    assert.equal(readExemptions({ ...file, BASELINE_PARTIAL: "" }, RULES, TODAY).unused("prod").length, 1);
  });

  it("finds no file that merely lies in the pack's folder or above it", () => {
    write(JSON.stringify({ exemptions: [EXEMPTION] }));
    const pack = path.join(folder, "pack");
    fs.mkdirSync(pack);
    const before = process.cwd();
    try {
      for (const place of [folder, pack]) {
        process.chdir(place);
        assert.equal(read().find(FINDING), undefined);
      }
    } finally {
      process.chdir(before);
    }
  });

  it("reads the file that is named, also after a byte order mark", () => {
    for (const mark of ["", "\uFEFF"]) {
      const file = write(`${mark}${JSON.stringify({ exemptions: [EXEMPTION] })}`);
      assert.deepEqual(read(file).find(FINDING), { ...EXEMPTION, file: "exemptions.json" });
    }
  });

  it("reads several files, one a line, and tells in which of them each entry stands", () => {
    const first = write(JSON.stringify({ exemptions: [null] }));
    const second = path.join(folder, "exemptions.prod.json");
    fs.writeFileSync(second, JSON.stringify({ exemptions: [EXEMPTION, { ...EXEMPTION, reason: "" }] }));
    const book = read(`${first}\n${second}\n`);
    assert.equal(book.find(FINDING)?.file, "exemptions.prod.json");
    assert.deepEqual(
      book.defects.map(({ entry }) => entry),
      ["exemption 1 of exemptions.json", `exemption 2 of exemptions.prod.json (s3-bucket-protected on ${URN})`],
    );
    assert.throws(() => read(`${first}\n${path.join(folder, "missing.json")}`), /missing\.json cannot be read: ENOENT/);
  });

  it("holds the exemptions to the limits that are named", () => {
    const file = write(JSON.stringify({ exemptions: [EXEMPTION] }));
    const limits = { ownerMayApprove: false, never: [], statedByProgram: false };
    assert.equal(read(file, JSON.stringify(limits)).find(FINDING)?.reason, EXEMPTION.reason);
    assert.equal(read(file, JSON.stringify({ ...limits, approvers: ["ciso@example.com"] })).find(FINDING), undefined);
    assert.equal(read(file, JSON.stringify(limits)).limits.statedByProgram, false);
  });

  for (const limits of ["{", "[]", "{}", '{"ownerMayApprove":0,"never":[],"statedByProgram":true}']) {
    it(`refuses to go on when the limits are ${limits}`, () => {
      assert.throws(
        () => read(undefined, limits),
        (error: Error) => error.message.startsWith(`BASELINE_EXEMPTION_LIMITS is ${limits}; set it to a JSON object`),
      );
    });
  }

  it("refuses to go on when the file that is named is missing", () => {
    const file = path.join(folder, "missing.json");
    assert.throws(
      () => read(file),
      (error: Error) => error.message.startsWith(`The exemptions file ${file} cannot be read: ENOENT`),
    );
  });

  it("refuses to go on when the file is not JSON", () => {
    const file = write("{");
    assert.throws(
      () => read(file),
      (error: Error) => error.message.startsWith(`The exemptions file ${file} cannot be read: `),
    );
  });

  for (const content of ["[]", "null", "{}", '{"exemptions":{}}']) {
    it(`refuses to go on when the file holds ${content}`, () => {
      const file = write(content);
      assert.throws(() => read(file), {
        message: `The exemptions file ${file} must be a JSON object {"exemptions": [...]}`,
      });
    });
  }
});

function anyField(): Record<keyof Exemption, fc.Arbitrary<unknown>> {
  const text = fc.oneof(fc.string(), fc.constantFrom<unknown>(URN, "s3-bucket-protected", TODAY, "", 1, null));
  return { rule: text, urn: text, property: text, reason: text, owner: text, approver: text, expires: text };
}
