import { framework } from "./framework";

export const soc2 = framework({
  id: "soc-2",
  name: "SOC 2 Trust Services Criteria",
  version: "2017, points of focus of 2022",
  source:
    "https://www.aicpa-cima.com/resources/download/2017-trust-services-criteria-with-revised-points-of-focus-2022",
  remarks: [
    "A report attests that controls worked over a period. A gate run shows one moment; the findings of many runs and the history of AWS Config show the period.",
    "The criteria name no retention period.",
  ],
  clauses: {
    "CC6.1": "Logical access to information is restricted",
    "CC6.3": "Access is granted by role and least privilege",
    "CC6.6": "Access from outside the boundary is guarded against",
    "CC6.7": "Information is protected while it is moved",
    "CC7.1": "Changes that open vulnerabilities are detected",
    "CC7.2": "Components are monitored for anomalies",
    "CC7.3": "Security events are evaluated",
    "CC7.4": "Security incidents are responded to",
    "CC8.1": "Changes are authorised, tested and approved",
    "C1.1": "Confidential information is identified and protected",
    "C1.2": "Confidential information is disposed of",
  },
  unclaimed: {
    "CC7.3": "Events are evaluated by people.",
    "CC7.4": "Runbooks and an incident process are not part of the catalogue yet.",
  },
});
