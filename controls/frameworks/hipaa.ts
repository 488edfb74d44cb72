import { framework } from "./framework";

export const hipaa = framework({
  id: "hipaa",
  name: "HIPAA Security Rule",
  version: "45 CFR Part 164 Subpart C",
  source: "https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-C",
  remarks: [
    "The encryption specifications are addressable: an entity can document why it does something else.",
    "If prompts contain health information, so does the invocation log.",
  ],
  clauses: {
    "164.308(a)(1)(ii)(D)": "Records of activity are reviewed regularly",
    "164.308(a)(6)(ii)": "Incidents are responded to and documented",
    "164.308(a)(7)(ii)(A)": "Exact copies of health information can be retrieved",
    "164.312(a)(1)": "Only authorized people and software have access",
    "164.312(a)(2)(iv)": "Stored information is encrypted",
    "164.312(b)": "Activity is recorded and can be examined",
    "164.312(c)(1)": "Information is protected from improper alteration and destruction",
    "164.312(c)(2)": "The integrity of information can be verified",
    "164.312(d)": "Persons are authenticated",
    "164.312(e)(1)": "Transmission is protected against unauthorized access",
    "164.312(e)(2)(ii)": "Transmitted information is encrypted",
    "164.316(b)(2)(i)": "Documentation is kept for six years",
  },
  unclaimed: {
    "164.308(a)(1)(ii)(D)": "People do the reviews.",
    "164.308(a)(6)(ii)": "Runbooks and an incident process are not part of the catalog yet.",
    "164.316(b)(2)(i)":
      "The clause covers documentation. Whether raw logs count is a matter of interpretation. If you read it that way, set 2192 days.",
  },
});
