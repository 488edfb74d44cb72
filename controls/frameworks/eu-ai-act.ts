import { framework } from "./framework";

export const euAiAct = framework({
  id: "eu-ai-act",
  name: "EU Artificial Intelligence Act",
  version: "Regulation (EU) 2024/1689",
  source: "https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
  remarks: [
    "These duties apply to providers and deployers of high-risk systems. Whether a system is high-risk is a legal question that configuration cannot answer.",
    "For Annex III systems, they apply from December 2, 2027, following the 2026 amendments.",
    "The logs in Article 12 are those of the AI system itself. CloudTrail and invocation logs contain the part that AWS sees. The application has to log its own decisions.",
  ],
  clauses: {
    "12(1)": "The system automatically records events over its lifetime",
    "12(2)(a)": "Events that indicate a risk or a substantial modification can be identified",
    "12(2)(b)": "Events relevant to post-market monitoring are recorded",
    "12(2)(c)": "Events relevant to the deployer's monitoring of operation are recorded",
    "12(3)": "Minimum log content for remote biometric identification",
    "13(3)(f)": "Deployers know how to collect, store and interpret the logs",
    "14(1)": "People can oversee the system while it is in use",
    "15(5)": "The system is resilient against attempts to alter its use or behavior",
    "18(1)": "The provider keeps the documentation for ten years",
    "19(1)": "The provider keeps the logs under its control for at least six months",
    "21(2)": "Authorities get access to the logs on request",
    "26(5)": "The deployer monitors operation and reports its findings",
    "26(6)": "The deployer keeps the logs under its control for at least six months",
    "72(1)": "The provider runs a post-market monitoring system",
    "73(1)": "Serious incidents are reported to the authority",
  },
  unclaimed: {
    "12(3)": "Only the application knows the times of use, the reference database and the matches.",
    "13(3)(f)": "The provider of the system writes the instructions for use.",
    "14(1)": "Oversight is part of the application's design and is done by people.",
    "18(1)": "The clause covers documentation, not logs. Documents are kept elsewhere.",
    "72(1)": "Monitoring is a process with an owner and a plan. The logs are only its input.",
    "73(1)": "People report incidents.",
  },
});
