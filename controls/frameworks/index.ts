/** Every framework that a control can cite. */
import { cisAws3, cisAws5, cisAws6, cisAws7 } from "./cis-aws";
import { euAiAct } from "./eu-ai-act";
import { gdpr } from "./gdpr";
import { hipaa } from "./hipaa";
import { iso42001 } from "./iso-42001";
import { nist80053 } from "./nist-800-53";
import { nistAiRmf } from "./nist-ai-rmf";
import { pciDss } from "./pci-dss";
import { securityHub } from "./security-hub";
import { soc2 } from "./soc-2";

export const FRAMEWORKS = [
  euAiAct,
  iso42001,
  nistAiRmf,
  nist80053,
  soc2,
  hipaa,
  pciDss,
  gdpr,
  cisAws3,
  cisAws5,
  cisAws6,
  cisAws7,
  securityHub,
] as const;

type AnyFramework = (typeof FRAMEWORKS)[number];

export type FrameworkId = AnyFramework["id"];

/** The clause ids of one framework. A clause that is not in its table does not compile. */
export type ClauseId<Id extends FrameworkId> = keyof Extract<AnyFramework, { readonly id: Id }>["clauses"] & string;

/** Clauses by framework. */
export type Clauses = { readonly [Id in FrameworkId]?: readonly [ClauseId<Id>, ...ClauseId<Id>[]] };
