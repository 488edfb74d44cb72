import { framework } from "./framework";

export const hipaa = framework({
  id: "hipaa",
  name: "HIPAA Security Rule",
  version: "45 CFR Part 164 Subpart C",
  source: "https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-C",
  remarks: [
    "Specifications on encryption are addressable: an entity may document why it does otherwise.",
    "Prompts that hold health information make the invocation log such information too.",
  ],
  clauses: {
    "164.308(a)(1)(ii)(D)": "Records of activity are reviewed regularly",
    "164.308(a)(6)(ii)": "Incidents are responded to and documented",
    "164.312(a)(1)": "Only those with access rights have access",
    "164.312(a)(2)(iv)": "Stored information is encrypted",
    "164.312(b)": "Activity is recorded so that it can be examined",
    "164.312(c)(1)": "Information is protected from improper change and destruction",
    "164.312(c)(2)": "It can be shown that information was not changed",
    "164.312(d)": "Persons are authenticated",
    "164.312(e)(1)": "Transmission is guarded against unauthorised access",
    "164.312(e)(2)(ii)": "Transmitted information is encrypted",
    "164.316(b)(2)(i)": "Documentation is kept for six years",
  },
  unclaimed: {
    "164.308(a)(1)(ii)(D)": "Reviews are done by people.",
    "164.308(a)(6)(ii)": "Runbooks and an incident process are not part of the catalogue yet.",
    "164.316(b)(2)(i)":
      "It is about documentation; whether raw logs count is a matter of interpretation. Who reads it so sets 2192 days.",
  },
});
