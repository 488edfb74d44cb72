/** Functions of Athena that DuckDB names otherwise. */
export const MACROS: readonly string[] = [
  "CREATE MACRO date_format(moment, form) AS strftime(moment, form)",
  // In brackets, DuckDB takes numbers only; and what is no JSON is an error to it, where Athena has no value.
  `CREATE MACRO json_extract_scalar(json, path) AS TRY(json_extract_string(json, regexp_replace(path, '\\["([^"]*)"\\]', '."\\1"')))`,
  "CREATE MACRO json_format(json) AS CAST(json AS VARCHAR)",
  "CREATE MACRO regexp_like(text, pattern) AS regexp_matches(text, pattern)",
  "CREATE MACRO sequence(first, last) AS generate_series(first, last)",
  "CREATE MACRO cardinality(list) AS len(list)",
  // DuckDB's own gives a list.
  "CREATE MACRO element_at(entries, key) AS map_extract_value(entries, key)",
  "CREATE MACRO date_parse(text, form) AS try_strptime(text, form)",
];
