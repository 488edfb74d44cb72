import { framework } from "./framework";

export const euAiAct = framework({
  id: "eu-ai-act",
  name: "EU Artificial Intelligence Act",
  version: "Regulation (EU) 2024/1689",
  source: "https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
  remarks: [
    "The duties named here bind providers and deployers of high-risk systems. Whether a system is one is a legal question that no configuration answers.",
    "For the systems of Annex III they are to apply from 2 December 2027, after the amendments of 2026.",
    "The logs of Article 12 are those of the AI system itself. CloudTrail and invocation logs hold the part of them that AWS sees; what the application decides, it has to log itself.",
  ],
  clauses: {
    "12(1)": "The system records events automatically over its lifetime",
    "12(2)(a)": "Events that point to risk or to substantial modification can be found",
    "12(2)(b)": "Events that serve post-market monitoring are recorded",
    "12(2)(c)": "Events that serve the deployer's monitoring of operation are recorded",
    "12(3)": "Least content of the logs of remote biometric identification",
    "13(3)(f)": "Deployers are told how to collect, keep and read the logs",
    "14(1)": "People can oversee the system while it is in use",
    "15(5)": "The system withstands attempts to alter its use or behaviour",
    "18(1)": "The provider keeps the documentation for ten years",
    "19(1)": "The provider keeps the logs under its control for at least six months",
    "21(2)": "An authority that asks is given access to the logs",
    "26(5)": "The deployer monitors operation and reports what it finds",
    "26(6)": "The deployer keeps the logs under its control for at least six months",
    "72(1)": "The provider runs a post-market monitoring system",
    "73(1)": "Serious incidents are reported to the authority",
  },
  unclaimed: {
    "12(3)": "Only the application knows the times of use, the reference database and the matches.",
    "13(3)(f)": "Instructions for use are written by the provider of the system.",
    "14(1)": "Oversight is designed into the application and done by people.",
    "18(1)": "It is about documentation and not about logs; documents are kept elsewhere.",
    "72(1)": "Monitoring is a process with an owner and a plan; the logs are only its material.",
    "73(1)": "Reporting an incident is an act of people.",
  },
});
