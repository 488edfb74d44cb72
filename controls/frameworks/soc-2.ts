import { framework } from "./framework";

export const soc2 = framework({
  id: "soc-2",
  name: "SOC 2 Trust Services Criteria",
  version: "2017, points of focus of 2022",
  source:
    "https://www.aicpa-cima.com/resources/download/2017-trust-services-criteria-with-revised-points-of-focus-2022",
  remarks: [
    "A SOC 2 report attests that controls worked over a period. A gate run shows one point in time. The findings of many runs and the AWS Config history show the period.",
    "The criteria do not specify a retention period.",
  ],
  clauses: {
    "CC6.1": "Logical access to information is restricted",
    "CC6.3": "Access is granted based on roles and least privilege",
    "CC6.6": "Systems are protected from access from outside the boundary",
    "CC6.7": "Information is protected in transit",
    "CC7.1": "Changes that introduce vulnerabilities are detected",
    "CC7.2": "Components are monitored for anomalies",
    "CC7.3": "Security events are evaluated",
    "CC7.4": "Security incidents are responded to",
    "CC8.1": "Changes are authorized, tested and approved",
    "A1.2": "Data is backed up, and what recovers it is protected",
    "C1.1": "Confidential information is identified and protected",
    "C1.2": "Confidential information is disposed of",
  },
  unclaimed: {
    "CC7.3": "People evaluate events.",
    "CC7.4": "Runbooks and an incident process are not part of the catalog yet.",
  },
});
