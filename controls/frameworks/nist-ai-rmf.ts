import { framework } from "./framework";

export const nistAiRmf = framework({
  id: "nist-ai-rmf",
  name: "NIST AI Risk Management Framework",
  version: "1.0",
  source: "https://doi.org/10.6028/NIST.AI.100-1",
  remarks: [
    "The framework is voluntary and describes outcomes. A control supports an outcome but does not achieve it alone.",
  ],
  clauses: {
    "GOVERN 1.2": "Trustworthiness is part of policies and practices",
    "GOVERN 1.4": "Risk is managed through transparent policies and controls",
    "GOVERN 1.5": "Monitoring and reviews are planned, with defined roles",
    "GOVERN 1.6": "AI systems are inventoried",
    "GOVERN 4.3": "Incidents are identified and information is shared",
    "GOVERN 6.1": "Risks from third parties are governed",
    "MAP 4.1": "Legal risks of third-party components are mapped",
    "MEASURE 2.4": "Behavior is monitored in production",
    "MEASURE 2.7": "Security and resilience are evaluated and documented",
    "MEASURE 2.8": "Risks to transparency and accountability are examined",
    "MEASURE 2.10": "Privacy risk is examined",
    "MEASURE 3.1": "Existing and emerging risks are tracked",
    "MANAGE 2.4": "A misbehaving system can be taken out of use",
    "MANAGE 4.1": "Systems are monitored after deployment, according to a plan",
    "MANAGE 4.3": "Incidents and errors are communicated and tracked",
  },
  unclaimed: {
    "GOVERN 1.2": "People write the organization's policies.",
    "GOVERN 1.5": "The organization sets the roles and the review frequency.",
    "GOVERN 6.1": "Contracts govern third parties.",
    "MAP 4.1": "Lawyers map legal risks.",
    "MEASURE 3.1": "Risk tracking is a process. This project only provides findings for it.",
    "MANAGE 2.4": "This baseline observes AI systems but does not turn them off.",
    "MANAGE 4.3": "People communicate with those affected.",
  },
});
