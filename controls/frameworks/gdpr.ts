import { framework } from "./framework";

export const gdpr = framework({
  id: "gdpr",
  name: "General Data Protection Regulation",
  version: "Regulation (EU) 2016/679",
  source: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
  remarks: [
    "It is the reason for every upper bound on retention here: a log that never expires conflicts with it wherever the log holds personal data.",
  ],
  clauses: {
    "5(1)(c)": "No more personal data than needed",
    "5(1)(e)": "Personal data is kept no longer than needed",
    "5(1)(f)": "Personal data is kept intact and confidential",
    "25(2)": "Defaults process only what is needed",
    "30(1)": "Processing activities are recorded",
    "32(1)(a)": "Personal data is encrypted or pseudonymised where fitting",
    "35(1)": "High-risk processing is assessed beforehand",
  },
  unclaimed: {
    "30(1)": "The register of processing is kept by the controller.",
    "35(1)": "The assessment is made by the controller.",
  },
});
