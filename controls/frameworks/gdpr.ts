import { framework } from "./framework";

export const gdpr = framework({
  id: "gdpr",
  name: "General Data Protection Regulation",
  version: "Regulation (EU) 2016/679",
  source: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
  remarks: [
    "GDPR is the reason for every maximum retention here: a log with personal data that never expires conflicts with it.",
  ],
  clauses: {
    "5(1)(c)": "Personal data is limited to what is needed",
    "5(1)(e)": "Personal data is kept no longer than needed",
    "5(1)(f)": "Personal data is kept intact and confidential",
    "25(2)": "By default, only the data that is needed is processed",
    "30(1)": "Processing activities are recorded",
    "32(1)(a)": "Personal data is encrypted or pseudonymized where appropriate",
    "32(1)(c)": "Access to personal data can be restored in time",
    "35(1)": "High-risk processing is assessed in advance",
  },
  unclaimed: {
    "30(1)": "The controller keeps the record of processing activities.",
    "35(1)": "The controller makes the assessment.",
  },
});
