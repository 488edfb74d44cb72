/** What Amazon Inspector costs: each instance, image and function that it scans. */
import type { ScannedResource } from "../../facts/inspector/resource-types";
import { listAt } from "../declared";
import { everyMonth, ofType, type Usage, type UsagesOf } from "../usage";
import type { VolumeName } from "../volumes";

type Scan = Pick<Usage, "price" | "what"> & { readonly driver: VolumeName };

const SCANS: Readonly<Record<ScannedResource, readonly Scan[]>> = {
  EC2: [{ price: "inspector.instances", what: "instances scanned", driver: "instancesPerRegionPerMonth" }],
  ECR: [
    { price: "inspector.pushedImages", what: "images scanned when pushed", driver: "imagesPushedPerRegionPerMonth" },
    { price: "inspector.rescannedImages", what: "images scanned again", driver: "imageRescansPerRegionPerMonth" },
  ],
  LAMBDA: [{ price: "inspector.functions", what: "functions scanned", driver: "functionsPerRegionPerMonth" }],
  LAMBDA_CODE: [
    { price: "inspector.functionCode", what: "functions whose code is scanned", driver: "functionsPerRegionPerMonth" },
  ],
};

export const inspectorUsages: UsagesOf = (account) =>
  ofType(account, "aws:inspector2/enabler:Enabler").flatMap((enabler) => {
    const scanned = listAt(enabler.properties, "resourceTypes");
    return Object.entries(SCANS)
      .filter(([name]) => scanned.includes(name))
      .flatMap(([, scans]) =>
        scans.map(({ driver, ...scan }): Usage => ({
          ...scan,
          resource: enabler,
          quantity: everyMonth(account.volumes[driver]),
          drivers: [driver],
          bound: { setting: "detection" },
        })),
      );
  });
