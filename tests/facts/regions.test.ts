import { deepEqual, equal } from "node:assert/strict";
import { partition } from "@aws-sdk/core/client";
import { ENDPOINT_DOMAINS, isRegion, KNOWN_REGIONS, REGION_FORM, REGIONS, partitionOf } from "../../facts/regions";

describe("A region's name", () => {
  for (const region of [
    "eu-central-1",
    "us-gov-west-1",
    "ap-southeast-7",
    "mx-central-1",
    "eusc-de-east-1",
    "us-isob-east-1",
  ]) {
    it(`may be ${region}`, () => equal(REGION_FORM.test(region), true));
  }
  for (const region of [
    "",
    "eu",
    "eu-central",
    "eu-central-0",
    "EU-central-1",
    "eu-central-1a",
    "eu_central_1",
    " eu-central-1",
    "eu-central-100",
  ]) {
    it(`may not be "${region}"`, () => equal(REGION_FORM.test(region), false));
  }
});

describe("partitionOf", () => {
  const partitions: readonly (readonly [string, string])[] = [
    ["eu-central-1", "aws"],
    ["us-east-1", "aws"],
    ["cn-north-1", "aws-cn"],
    ["us-gov-west-1", "aws-us-gov"],
    ["us-iso-east-1", "aws-iso"],
    ["us-isob-east-1", "aws-iso-b"],
    ["eu-isoe-west-1", "aws-iso-e"],
    ["us-isof-south-1", "aws-iso-f"],
    ["eusc-de-east-1", "aws-eusc"],
  ];
  for (const [region, partition] of partitions) {
    it(`puts ${region} into ${partition}`, () => equal(partitionOf(region).id, partition));
  }
});

describe("The table of regions", () => {
  const named = (wanted: (name: keyof typeof REGIONS) => boolean): readonly string[] =>
    // Reason for the cast: these are the keys of the table.
    (Object.keys(REGIONS) as (keyof typeof REGIONS)[]).filter(wanted);

  it("has names of the form of a region, the documented ones in alphabetical order", () => {
    deepEqual(
      named((name) => !REGION_FORM.test(name)),
      [],
    );
    deepEqual([...KNOWN_REGIONS].sort(), KNOWN_REGIONS);
    equal(KNOWN_REGIONS.length, 38);
  });

  it("has the regions that an account has without enabling them, as AWS's page lists them", () => {
    deepEqual(
      named((name) => !REGIONS[name].optIn && partitionOf(name).id === "aws"),
      [
        "ap-northeast-1",
        "ap-northeast-2",
        "ap-northeast-3",
        "ap-south-1",
        "ap-southeast-1",
        "ap-southeast-2",
        "ca-central-1",
        "eu-central-1",
        "eu-north-1",
        "eu-west-1",
        "eu-west-2",
        "eu-west-3",
        "sa-east-1",
        "us-east-1",
        "us-east-2",
        "us-west-1",
        "us-west-2",
      ],
    );
  });

  it("knows where AWS Config came after February 2022, as its page lists it, New Zealand and Taipei among them", () => {
    deepEqual(
      KNOWN_REGIONS.filter((name) => REGIONS[name].addedAfterFebruary2022),
      [
        "ap-east-2",
        "ap-south-2",
        "ap-southeast-4",
        "ap-southeast-5",
        "ap-southeast-6",
        "ap-southeast-7",
        "ca-west-1",
        "eu-central-2",
        "eu-south-2",
        "il-central-1",
        "me-central-1",
        "mx-central-1",
      ],
    );
  });

  it("tells a region from a misspelled one", () => {
    equal(isRegion("us-east-1"), true);
    equal(isRegion("us-esat-1"), false);
    equal(isRegion("toString"), false);
  });
});

describe("the domains of endpoints", () => {
  it("are those that the AWS SDK knows of every partition", () => {
    const regions = [
      ...KNOWN_REGIONS,
      "eusc-de-east-1",
      "us-iso-east-1",
      "us-isob-east-1",
      "us-isof-south-1",
      "eu-isoe-west-1",
    ];
    const domains = regions
      .map(partition)
      .flatMap(({ dnsSuffix, dualStackDnsSuffix }) => [dnsSuffix, dualStackDnsSuffix]);
    deepEqual([...new Set(domains)].sort(), [...ENDPOINT_DOMAINS].sort());
  });
});
