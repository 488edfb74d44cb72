import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type Statement,
  includesAction,
  isEveryone,
  parseDocument,
  servicesOf,
  wildcard,
} from "../../../policies/iam/policy-document";
import { type PropertyMap, UNKNOWN, type Value } from "../../../policies/properties";

const GRANT: PropertyMap = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };
const EVERYTHING: PropertyMap = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
const EMPTY: Statement = {
  sid: undefined,
  effect: "Allow",
  principals: [],
  notPrincipals: [],
  actions: [],
  notActions: [],
  resources: [],
  notResources: [],
  conditions: [],
};

function document(...statements: readonly Value[]): PropertyMap {
  return { Version: "2012-10-17", Statement: statements };
}

function statementsOf(value: Value): readonly Statement[] {
  const parsed = parseDocument(value);
  return parsed.kind === "document" ? parsed.statements : assert.fail(JSON.stringify(parsed));
}

function statementOf(statement: PropertyMap): Statement {
  return statementsOf(document({ Effect: "Allow", ...statement }))[0] ?? assert.fail("no statement");
}

function problemOf(value: Value): string {
  const parsed = parseDocument(value);
  return parsed.kind === "unparseable" ? parsed.problem : assert.fail(`${parsed.kind} instead of unparseable`);
}

describe("parsing a policy document", () => {
  it("takes an absent or an empty one as absent", () => {
    assert.deepEqual(parseDocument(undefined), { kind: "absent" });
    assert.deepEqual(parseDocument(""), { kind: "absent" });
  });

  it("takes an unknown one, and an unknown statement, for everything allowed and everything refused", () => {
    for (const value of [UNKNOWN, { Statement: UNKNOWN }, document(UNKNOWN)] satisfies readonly Value[]) {
      assert.deepEqual(parseDocument(value), {
        kind: "unknown",
        statements: [],
        places: [],
        possible: statementsOf(document(EVERYTHING, { ...EVERYTHING, Effect: "Deny" })),
      });
    }
  });

  it("takes what is unknown in a statement as wide as it may be, and keeps the statements beside it", () => {
    const cases: readonly (readonly [PropertyMap, PropertyMap])[] = [
      [{ Resource: ["arn:aws:s3:::a", UNKNOWN] }, { Resource: "*" }],
      [{ Action: UNKNOWN }, { Action: "*" }],
      [{ Principal: { AWS: UNKNOWN } }, { Principal: "*" }],
      [{ Condition: { Bool: { "aws:SecureTransport": UNKNOWN } } }, {}],
      [{ Condition: UNKNOWN }, {}],
    ];
    for (const [unknown, widest] of cases) {
      assert.deepEqual(parseDocument(document(GRANT, { ...GRANT, ...unknown }, GRANT)), {
        kind: "unknown",
        statements: statementsOf(document(GRANT, GRANT)),
        places: [0, 2],
        possible: statementsOf(document({ ...GRANT, ...widest })),
      });
    }
  });

  it("takes an unknown exception for none, and keeps the known ones", () => {
    const { Action: _action, Resource: _resource, ...rest } = EVERYTHING;
    assert.deepEqual(
      parseDocument(document({ ...rest, NotAction: UNKNOWN, NotResource: ["arn:aws:s3:::a", UNKNOWN] })),
      {
        kind: "unknown",
        statements: [],
        places: [],
        possible: statementsOf(document({ ...rest, Action: "*", NotResource: "arn:aws:s3:::a" })),
      },
    );
  });

  it("takes an unknown effect for each of both", () => {
    const parsed = parseDocument(document({ ...GRANT, Effect: UNKNOWN }));
    assert.deepEqual(parsed, {
      kind: "unknown",
      statements: [],
      places: [],
      possible: statementsOf(document({ ...GRANT, Effect: "Allow" }, { ...GRANT, Effect: "Deny" })),
    });
  });

  it("reads one of which only the Version or a Sid is unknown", () => {
    assert.deepEqual(
      parseDocument({ Version: UNKNOWN, Statement: [{ ...GRANT, Sid: UNKNOWN }] }),
      parseDocument({ Statement: [GRANT] }),
    );
  });

  it("reads the same from a text as from an object", () => {
    const one = document(GRANT, { ...GRANT, Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } } });
    assert.deepEqual(statementsOf(JSON.stringify(one)), statementsOf(one));
  });

  it("reads the same from one statement as from a list of it", () => {
    assert.deepEqual(statementsOf({ Statement: GRANT }), statementsOf(document(GRANT)));
  });

  it("has no statements when the list is empty", () => assert.deepEqual(statementsOf(document()), []));

  it("keeps the order of the statements", () => {
    const sids = statementsOf(document({ ...GRANT, Sid: "one" }, { ...GRANT, Sid: "two" })).map(({ sid }) => sid);
    assert.deepEqual(sids, ["one", "two"]);
  });

  it("reads every element of a statement", () => {
    const read = statementOf({
      Sid: "All",
      Effect: "Deny",
      Principal: { AWS: ["111122223333", "*"], Service: "config.amazonaws.com" },
      NotPrincipal: { CanonicalUser: "abc" },
      Action: ["s3:GetObject", "KMS:Decrypt"],
      NotAction: "S3:PutObject",
      Resource: "arn:aws:s3:::Evidence",
      NotResource: ["arn:aws:s3:::Other"],
      Condition: {
        StringEquals: { "aws:SourceAccount": ["111122223333", "444455556666"], "s3:x-amz-acl": "Private" },
        "ForAnyValue:ArnLike": { "AWS:SourceArn": "arn:aws:config:*" },
      },
    });
    assert.deepEqual(read, {
      sid: "All",
      effect: "Deny",
      principals: [
        { kind: "AWS", id: "111122223333" },
        { kind: "AWS", id: "*" },
        { kind: "Service", id: "config.amazonaws.com" },
      ],
      notPrincipals: [{ kind: "CanonicalUser", id: "abc" }],
      actions: ["s3:getobject", "kms:decrypt"],
      notActions: ["s3:putobject"],
      resources: ["arn:aws:s3:::Evidence"],
      notResources: ["arn:aws:s3:::Other"],
      conditions: [
        { operator: "stringequals", key: "aws:sourceaccount", values: ["111122223333", "444455556666"] },
        { operator: "stringequals", key: "s3:x-amz-acl", values: ["Private"] },
        { operator: "foranyvalue:arnlike", key: "aws:sourcearn", values: ["arn:aws:config:*"] },
      ],
    });
  });

  it("has empty lists for the elements that a statement leaves out", () => {
    assert.deepEqual(statementOf({}), EMPTY);
    assert.deepEqual(statementOf({ Sid: 1 }), EMPTY);
  });

  it("reads the provider's own spelling of the elements", () => {
    const statement = {
      sid: "All",
      effect: "Allow",
      principals: { AWS: "*" },
      notPrincipals: { AWS: "1" },
      actions: ["a"],
      notActions: ["b"],
      resources: ["c"],
      notResources: ["d"],
      conditions: { Bool: { e: true } },
    };
    const expected: Statement = {
      sid: "All",
      effect: "Allow",
      principals: [{ kind: "AWS", id: "*" }],
      notPrincipals: [{ kind: "AWS", id: "1" }],
      actions: ["a"],
      notActions: ["b"],
      resources: ["c"],
      notResources: ["d"],
      conditions: [{ operator: "bool", key: "e", values: ["true"] }],
    };
    assert.deepEqual(statementsOf({ statements: [statement] }), [expected]);
    const singular = Object.entries(statement).map(([name, value]) => [name.replace(/s$/, ""), value] as const);
    assert.deepEqual(statementsOf({ statement: [Object.fromEntries(singular)] }), [expected]);
  });

  it("reads numbers and booleans as the text that IAM compares with", () => {
    const { conditions } = statementOf({
      Condition: { Bool: { "aws:SecureTransport": false }, NumericLessThan: { "s3:TlsVersion": [1.2, 1] } },
    });
    assert.deepEqual(
      conditions.map(({ values }) => values),
      [["false"], ["1.2", "1"]],
    );
  });

  const UNREADABLE: readonly (readonly [string, Value, string])[] = [
    ["text that is not JSON", "{", "it is not JSON"],
    ["a text of blanks", "  ", "it is not JSON"],
    ["JSON that is no object", "[]", "it is not a JSON object"],
    ["JSON that is a number", "1", "it is not a JSON object"],
    ["JSON that is null", "null", "it holds null, which stands for nothing in a policy document"],
    ["a boolean", true, "it is not a JSON object"],
    ["no statement", { Version: "2012-10-17" }, "it has no Statement"],
    ["null for the statements", '{"Statement":null}', "it holds null, which stands for nothing in a policy document"],
    [
      "null among the statements",
      '{"Statement":[null]}',
      "it holds null, which stands for nothing in a policy document",
    ],
    [
      "null for a principal, deep inside",
      '{"Statement":{"Effect":"Allow","Principal":{"AWS":[null]}}}',
      "it holds null, which stands for nothing in a policy document",
    ],
    [
      "an element twice",
      '{"Statement":{"Effect":"Deny","Effect":"Allow","Action":"*"}}',
      'it names "Effect" twice in one object, of which a reader may take either',
    ],
    [
      "an element twice, once with its letters escaped",
      '{"Statement":{"Effect":"Deny","\\u0045ffect":"Allow","Action":"*"}}',
      'it names "Effect" twice in one object, of which a reader may take either',
    ],
    [
      "an operator of a condition twice",
      '{"Statement":{"Effect":"Allow","Condition":{"StringEquals":{"a":"1"},"StringEquals":{"b":"1"}}}}',
      'it names "StringEquals" twice in one object, of which a reader may take either',
    ],
    [
      "an element in both of its spellings",
      document({ ...GRANT, effect: "Deny" }),
      "it has both Effect and effect, which mean the same",
    ],
    ["a statement that is a text", document("Allow"), "statement 1 is not an object"],
    ["a second statement that is a list", document(GRANT, [GRANT]), "statement 2 is not an object"],
    ["no effect", document({ Action: "*" }), "statement 1 has the Effect undefined; use Allow or Deny"],
    [
      "an effect in another case",
      document(GRANT, { ...GRANT, Effect: "allow" }),
      'statement 2 has the Effect "allow"; use Allow or Deny',
    ],
    ["an action that is an object", document({ ...GRANT, Action: {} }), "it has {} where a string is needed"],
    ["a list in a list", document({ ...GRANT, Resource: [["a"]] }), 'it has ["a"] where a string is needed'],
    [
      "a principal that is a text of its own",
      document({ ...GRANT, Principal: "111122223333" }),
      'the principal "111122223333" is neither "*" nor an object',
    ],
    [
      "a list of principals",
      document({ ...GRANT, Principal: ["*"] }),
      'the principal ["*"] is neither "*" nor an object',
    ],
    ["a condition that is a text", document({ ...GRANT, Condition: "x" }), "a Condition is not an object"],
    [
      "an operator without keys",
      document({ ...GRANT, Condition: { Bool: "true" } }),
      "the condition Bool is not an object",
    ],
    [
      "a condition with an object for a value",
      document({ ...GRANT, Condition: { Bool: { key: {} } } }),
      "it has {} where a string is needed",
    ],
  ];
  it("reads one name in several objects, each of which has it once", () => {
    assert.equal(statementsOf(JSON.stringify(document(GRANT, GRANT))).length, 2);
  });

  for (const [title, value, problem] of UNREADABLE) {
    it(`cannot read ${title}, and says why`, () => assert.equal(problemOf(value), problem));
  }

  it("never throws, whatever it is given", () => {
    const kinds = ["document", "unknown", "absent", "unparseable"];
    fc.assert(
      fc.property(fc.oneof(anyValue(), nearlyDocument()), (value) => {
        assert.ok(kinds.includes(parseDocument(value).kind));
      }),
      { numRuns: 1000 },
    );
  });

  it("never throws on a text, and reads it as it reads what the text says", () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), nearlyDocument(false)), (value) => {
        const text = JSON.stringify(value);
        const parsed = parseDocument(text);
        if (!text.includes("null") && typeof value === "object") {
          assert.deepEqual(parsed, parseDocument(JSON.parse(text) as Value)); // plain JSON, and without null
        }
      }),
      { numRuns: 1000 },
    );
    fc.assert(fc.property(fc.string({ minLength: 1 }), (text) => assert.notEqual(parseDocument(text).kind, "absent")));
  });

  it("reads one value and a list of it alike, in every element", () => {
    const element = fc.constantFrom("Action", "NotAction", "Resource", "NotResource");
    fc.assert(
      fc.property(element, fc.string(), (name, text) => {
        assert.deepEqual(statementOf({ [name]: text }), statementOf({ [name]: [text] }));
      }),
    );
  });

  it("reads actions, condition operators and condition keys in any case alike", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "B", "c", "Z", ":", "*") }), (text) => {
        const read = (name: string): Statement =>
          statementOf({ Action: name, Condition: { [name]: { [name]: "Value" } } });
        assert.deepEqual(read(text.toUpperCase()), read(text.toLowerCase()));
      }),
    );
  });
});

describe("whether a statement includes an action", () => {
  it("goes by its actions, with wildcards and in any case", () => {
    const statement = { ...EMPTY, actions: ["logs:get*", "logs:unmas?"] };
    assert.ok(includesAction(statement, "logs:GetLogEvents"));
    assert.ok(includesAction(statement, "Logs:Unmask"));
    assert.ok(!includesAction(statement, "logs:Unmasked"));
    assert.ok(!includesAction(statement, "s3:GetObject"));
  });

  it("goes by what it leaves out, when it names nothing else", () => {
    const statement = { ...EMPTY, notActions: ["logs:get*", "s3:*"] };
    assert.ok(includesAction(statement, "logs:Unmask"));
    assert.ok(!includesAction(statement, "logs:GetLogEvents"));
    assert.ok(!includesAction(statement, "s3:GetObject"));
  });

  it("is false for a statement without actions", () => assert.ok(!includesAction(EMPTY, "logs:Unmask")));

  it("is true of everything for a star", () => {
    fc.assert(fc.property(fc.string(), (action) => includesAction({ ...EMPTY, actions: ["*"] }, action)));
  });
});

describe("wildcards of IAM", () => {
  it("are the star for any run and the question mark for one", () => {
    assert.ok(wildcard("arn:aws:s3:::a*/?", "arn:aws:s3:::abc/d"));
    assert.ok(!wildcard("arn:aws:s3:::a*/?", "arn:aws:s3:::abc/"));
  });

  it("leave every other character as it is", () => {
    assert.ok(!wildcard("a.c", "abc"));
    assert.ok(!wildcard("[ab]", "a"));
    assert.ok(wildcard("(a|b)+$", "(a|b)+$"));
  });
});

describe("principals", () => {
  it("are everyone as a star, and as a star among accounts", () => {
    assert.ok(isEveryone({ kind: "*", id: "*" }));
    assert.ok(isEveryone({ kind: "AWS", id: "*" }));
    assert.ok(!isEveryone({ kind: "AWS", id: "111122223333" }));
    assert.ok(!isEveryone({ kind: "Service", id: "*" }));
    assert.deepEqual(statementOf({ Principal: "*" }).principals, [{ kind: "*", id: "*" }]);
  });

  it("are services by their kind, in lower case", () => {
    const { principals } = statementOf({ Principal: { Service: ["Config.amazonaws.com", "a"], AWS: "b" } });
    assert.deepEqual(servicesOf({ ...EMPTY, principals }), ["config.amazonaws.com", "a"]);
  });
});

function anyValue(unknowns = true): fc.Arbitrary<Value> {
  const { value } = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.string(),
      fc.double({ noNaN: true }),
      fc.boolean(),
      ...(unknowns ? [fc.constant<Value>(UNKNOWN)] : []),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.string(), tie("value"), { maxKeys: 3 }),
    ),
  }));
  return value;
}

/** A document in shape, in whose statements anything may stand for anything. */
function nearlyDocument(unknowns = true): fc.Arbitrary<Value> {
  const names = ["Sid", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];
  const element = fc.oneof(
    fc.constantFrom<Value>("*", { AWS: "*" }, { Bool: { key: "true" } }, []),
    anyValue(unknowns),
  );
  const statement = fc
    .tuple(fc.constantFrom("Allow", "Deny", "Deny", "maybe"), fc.dictionary(fc.constantFrom(...names), element))
    .map(([Effect, rest]): Value => ({ Effect, ...rest }));
  return fc.oneof(statement, fc.array(statement, { maxLength: 3 })).map((Statement): Value => ({ Statement }));
}
