import assert from "node:assert/strict";

import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

import { answerOf } from "../../../query/files/duckdb-answer";

describe("What DuckDB reads, as an answer", () => {
  let connection: DuckDBConnection;
  before(async () => {
    connection = await (await DuckDBInstance.create(":memory:")).connect();
  });
  after(() => connection.closeSync());

  // DuckDB hands rows over in chunks of 2048.
  for (const [most, kept, more] of [
    [0, 0, 5000],
    [2047, 2047, 2953],
    [2048, 2048, 2952],
    [2049, 2049, 2951],
    [4999, 4999, 1],
    [5000, 5000, 0],
    [undefined, 5000, 0],
  ] as const) {
    it(`has ${kept} of 5000 rows where ${most ?? "no number"} is the most, and counts the others`, async () => {
      const answer = await answerOf(await connection.stream("SELECT range AS n FROM range(5000) ORDER BY n"), most);
      assert.deepEqual([answer.rows.length, answer.more], [kept, more]);
      assert.deepEqual(answer.rows.at(-1), kept === 0 ? undefined : { n: kept - 1 });
    });
  }

  it("has numbers where they can be told exactly, and texts of whatever else has no form in JSON", async () => {
    const sql = `SELECT 9007199254740991::BIGINT AS whole, 9007199254740993::BIGINT AS large, 0.5::DOUBLE AS part, true AS truth,
      NULL AS nothing, DATE '2026-11-11' AS day, [1, 2] AS list`;
    const { columns, rows } = await answerOf(await connection.stream(sql));
    assert.deepEqual(columns, ["whole", "large", "part", "truth", "nothing", "day", "list"]);
    const { day, ...others } = rows[0] ?? {};
    assert.deepEqual(others, {
      whole: 9007199254740991,
      large: "9007199254740993",
      part: 0.5,
      truth: true,
      nothing: null,
      list: "[1,2]",
    });
    assert.match(String(day), /2026-11-11/);
  });
});
