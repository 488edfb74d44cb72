import { framework } from "./framework";

export const nistAiRmf = framework({
  id: "nist-ai-rmf",
  name: "NIST AI Risk Management Framework",
  version: "1.0",
  source: "https://doi.org/10.6028/NIST.AI.100-1",
  remarks: [
    "The framework is voluntary and describes outcomes; a control supports an outcome and does not achieve it alone.",
  ],
  clauses: {
    "GOVERN 1.2": "Trustworthiness is part of policies and practices",
    "GOVERN 1.4": "Risk is managed by transparent policies and controls",
    "GOVERN 1.5": "Monitoring and review are planned, with roles",
    "GOVERN 1.6": "AI systems are inventoried",
    "GOVERN 4.3": "Incidents are identified and information is shared",
    "GOVERN 6.1": "Risks from third parties are governed",
    "MAP 4.1": "Legal risks of third-party components are mapped",
    "MEASURE 2.4": "Behaviour is monitored in production",
    "MEASURE 2.7": "Security and resilience are evaluated and documented",
    "MEASURE 2.8": "Risks to transparency and accountability are examined",
    "MEASURE 2.10": "Privacy risk is examined",
    "MEASURE 3.1": "Existing and emerging risks are tracked",
    "MANAGE 2.4": "A system that misbehaves can be taken out of use",
    "MANAGE 4.1": "Systems are monitored after deployment by plan",
    "MANAGE 4.3": "Incidents and errors are communicated and tracked",
  },
  unclaimed: {
    "GOVERN 1.2": "Policies of the organisation are written by people.",
    "GOVERN 1.5": "Roles and the frequency of reviews are the organisation's to set.",
    "GOVERN 6.1": "Third parties are governed by contract.",
    "MAP 4.1": "Legal risks are mapped by lawyers.",
    "MEASURE 3.1": "Tracking risks is a process; this project gives it findings only.",
    "MANAGE 2.4": "This baseline observes AI systems and does not switch them off.",
    "MANAGE 4.3": "Communication with those affected is for people.",
  },
});
