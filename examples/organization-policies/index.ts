/** The management account, or a delegated administrator: what no account below it may undo. */
import * as pulumi from "@pulumi/pulumi";
import { OrganizationPolicies } from "../../components/index";

const config = new pulumi.Config();
const policies = new OrganizationPolicies("ai-governance", {
  organizationId: config.require("organizationId"),
  governedRegions: config.requireObject<string[]>("governedRegions"),
  approvedModels: config.requireObject<string[]>("approvedModels"),
  deployers: config.requireObject<string[]>("deployers"),
  breakGlassPrincipals: config.requireObject<string[]>("breakGlassPrincipals"),
  targets: config.requireObject<Record<string, string>>("targets"),
});

export const policyIds = policies.policyIds;
