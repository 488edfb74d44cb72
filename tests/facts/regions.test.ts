import { equal } from "node:assert/strict";
import { REGION_FORM, partitionOf } from "../../facts/regions";

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
