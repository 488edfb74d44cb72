import assert from "node:assert/strict";

import { EVIDENCE_TABLES, type EvidenceTableName } from "../../facts/athena/evidence-tables";
import { EVENT_NAMES } from "../../facts/cloudtrail/event-names";
import { RUNBOOK_IDS, type RunbookId, runbookOf, savedQueries } from "../../runbooks/catalogue";
import { DEFAULTS, type Given } from "../../runbooks/parameters";
import { CATEGORIES } from "../../runbooks/runbook";
import { Athena } from "../support/athena/athena";
import { trinoMistakes } from "../support/athena/trino-grammar";
import { CASES } from "./cases";
import { LINEAGE } from "./cases/provisioning";
import { call } from "./cases/case";
import { columnOf, objectsIn } from "./cases/objects";
import { LOCATIONS, objectsOf, type Sample } from "./evidence-samples";

const ALL_TABLES = Object.keys(EVIDENCE_TABLES) as EvidenceTableName[]; // the keys of an object are not typed as such

/** The queries that Athena can be asked. */
const SAVED = savedQueries(ALL_TABLES, {}).map(([id]) => id);

/** A call of the console that no page lists. Thieves make it, and Prowler's check cloudtrail_threat_detection_llm_jacking looks for it. */
const UNLISTED = "PutFoundationModelEntitlement";

function sqlOf(id: RunbookId, given: Partial<Given> = {}): string {
  return savedQueries(ALL_TABLES, given).find(([one]) => one === id)?.[1].sql ?? "";
}

describe("The runbooks", () => {
  for (const id of SAVED) {
    it(`${id}: ${runbookOf(id).question}`, async () => {
      const { table, rows, finds, given } = CASES[id];
      const athena = await Athena.over(objectsIn(CASES[id], "elsewhere"), LOCATIONS);
      const found = await athena.query(sqlOf(id, given));
      if (rows !== undefined) {
        assert.deepEqual(found, rows);
      } else {
        assert.deepEqual(
          found.map((row) => row[columnOf(table)]).sort(),
          finds.map((_, index) => `find-${index}`).sort(),
        );
      }
    });

    it(`${id} finds nothing where there is nothing`, async () => {
      assert.deepEqual(await (await Athena.over({}, LOCATIONS)).query(sqlOf(id)), []);
    });

    it(`${id} is a statement in Trino's dialect`, () => {
      for (const given of [
        {},
        { approvedModels: ["o'hara"], datasets: ["a.b"], governedRegions: ["eu-central-1"], namespaces: ["a"] },
      ]) {
        assert.deepEqual(trinoMistakes(sqlOf(id, given)), [], sqlOf(id, given));
      }
    });
  }

  it("are 36 or more, some of every category", () => {
    assert.ok(RUNBOOK_IDS.length >= 36, String(RUNBOOK_IDS.length));
    assert.deepEqual(
      Object.keys(CATEGORIES).filter((category) => !RUNBOOK_IDS.some((id) => runbookOf(id).category === category)),
      [],
    );
  });

  it("take the parameters that they name, and no others", () => {
    for (const id of RUNBOOK_IDS) {
      const read = new Set<string>();
      const given = new Proxy(DEFAULTS, {
        get: (target, name) => {
          read.add(String(name));
          return Reflect.get(target, name) as unknown; // whatever a parameter holds
        },
      });
      runbookOf(id).query(given);
      assert.deepEqual([...read].sort(), [...runbookOf(id).parameters].sort(), id);
    }
  });

  it("send whoever reads on to runbooks that there are", () => {
    const strange = RUNBOOK_IDS.flatMap((id) => {
      const { reading, response } = runbookOf(id);
      const texts = [reading, ...response.map(({ does }) => does)];
      return texts
        .flatMap((text) => [...text.matchAll(/\brun ((?:[a-z]+-[a-z-]+)(?:(?:, | and )[a-z]+-[a-z-]+)*)/g)])
        .flatMap(([, names = ""]) => names.split(/, | and /))
        .filter((name) => !RUNBOOK_IDS.some((one) => one === name))
        .map((name) => `${id}: ${name}`);
    });
    assert.deepEqual(strange, []);
  });

  it("model-lineage says of each step what was made of what, and where it was left", async () => {
    const samples = LINEAGE.map(([service, eventName, requestParameters], index): [string, Sample] => [
      String(index),
      { record: call(service, eventName, { requestParameters }) },
    ]);
    const athena = await Athena.over(objectsOf("cloudtrail_events", Object.fromEntries(samples)), LOCATIONS);
    const found = await athena.query(sqlOf("model-lineage"));
    const said = LINEAGE.map((_, index) => found.find(({ eventid }) => eventid === String(index)));
    assert.deepEqual(
      said.map((row) => [row?.["made"], row?.["made_of"], row?.["left_in"] ?? undefined]),
      LINEAGE.map(([, , , [made, madeOf, leftIn]]) => [made, madeOf, leftIn]),
    );
  });

  it("name no event that CloudTrail does not have", () => {
    const strange = SAVED.flatMap((id) =>
      [
        ...sqlOf(id).matchAll(
          /eventsource = '(?<source>[^']+)'\s+AND eventname (?:IN \((?<names>[^)]+)\)|= (?<name>'[^']+'))/g,
        ),
      ].flatMap(({ groups }) =>
        (groups?.["names"] ?? groups?.["name"] ?? "")
          .split(", ")
          .map((quoted) => quoted.slice(1, -1))
          .filter((event) => event !== UNLISTED && EVENT_NAMES[groups?.["source"] ?? ""]?.includes(event) === false)
          .map((event) => `${id}: ${event}`),
      ),
    );
    assert.deepEqual(strange, []);
  });

  it("read the access logs of whichever buckets there are", () => {
    const sql = (tables: readonly EvidenceTableName[]): string =>
      savedQueries(tables, {}).find(([id]) => id === "evidence-access-refused")?.[1].sql ?? "";
    assert.doesNotMatch(sql(["s3_access"]), /UNION|s3_access_to_trail/);
    assert.match(sql(["s3_access", "s3_access_to_trail"]), /FROM s3_access\n[^]*UNION[^]*FROM s3_access_to_trail\n/);
    assert.deepEqual(trinoMistakes(sql(["s3_access_to_trail"])), []);
  });
});

describe("The grammar that judges them", () => {
  it("refuses what is no statement", () => assert.notDeepEqual(trinoMistakes("SELECT FROM WHERE"), []));
});
