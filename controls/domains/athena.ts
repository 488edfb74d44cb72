import { control } from "../control";

export const queryControls = [
  control({
    id: "QUERY-01",
    title: "Evidence can be searched where it lies",
    objective:
      "The log files of the trail, AWS Config's history and the access logs are tables, and the usual questions of auditors are saved as queries.",
    provisions: ["EvidenceQueries"],
    prevents: ["athena-account-evidence-queries-exist"],
    detects: {
      checks: [
        "verify-athena-named-query-as-declared",
        "verify-glue-database-as-declared",
        "verify-glue-table-as-declared",
      ],
    },
    traces: [],
    responds: ["evidence-queried"],
    clauses: {
      "nist-800-53": ["AU-6(4)"],
      "soc-2": ["CC7.2"],
      hipaa: ["164.312(b)"],
    },
    limits: [
      "Nobody is made to run the queries, and nothing runs them by itself.",
      "What is in a storage class from which it has to be restored is not read.",
      "The log groups that nothing exports are searched with CloudWatch Logs Insights instead.",
      "Of an organization's trail, the tables of the baseline read the records of its own account.",
    ],
  }),
  control({
    id: "QUERY-02",
    title: "Queries on evidence leave no unprotected copies and no unbounded bill",
    objective:
      "Results are encrypted with a customer managed key, expire, and lie where nobody can choose another place; a query that reads too much is stopped.",
    provisions: ["EvidenceQueries", "EvidenceBucket", "CustomerManagedKey"],
    prevents: [
      "athena-workgroup-configuration-enforced",
      "athena-workgroup-encrypted-with-cmk",
      "athena-workgroup-scan-limited",
    ],
    detects: { checks: ["verify-athena-workgroup-as-declared"] },
    traces: [],
    responds: ["evidence-queried", "evidence-read-or-deleted"],
    clauses: {
      "nist-800-53": ["AU-9", "SC-28(1)"],
      "soc-2": ["CC6.1"],
      hipaa: ["164.312(a)(2)(iv)"],
      "pci-dss": ["10.3.1"],
      gdpr: ["5(1)(f)", "32(1)(a)"],
    },
    limits: [
      "Whoever may read the buckets and their keys may ask them in another workgroup, such as the one that every account has.",
      "The names of tables and columns are in the catalog, whose encryption is one setting of account and region for all who use it.",
    ],
  }),
  control({
    id: "QUERY-03",
    title: "Calls of models can be joined to the application, the conversation and the trace that they are part of",
    objective:
      "Applications send ids of session and trace along with each request, which Bedrock writes into its own log, and a saved query finds the callers that do not.",
    provisions: ["EvidenceQueries"],
    prevents: ["athena-account-evidence-queries-exist"],
    detects: { checks: ["verify-athena-named-query-as-declared"] },
    traces: [],
    responds: ["calls-without-correlation", "conversation-reconstructed"],
    clauses: {
      "eu-ai-act": ["12(2)(c)", "26(5)"],
      "iso-42001": ["A.6.2.6", "A.6.2.8"],
      "nist-800-53": ["AU-3", "AU-12"],
      "soc-2": ["CC7.2"],
    },
    limits: [
      "No rule prevents it: no resource shows what a program sends along with its requests. The query finds it afterwards, when somebody runs it.",
      "The query reads invocation logs in S3. Where they go to CloudWatch Logs alone, docs/telemetry.md has a query for CloudWatch Logs Insights, which no test runs.",
      "The endpoint bedrock-mantle takes no request metadata. Of calls of models outside of Bedrock, only the application's own records tell.",
      "That ids are sent does not show that the application keeps records under them.",
    ],
  }),
] as const;
