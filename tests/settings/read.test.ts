import { deepEqual, equal, ok, throws } from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { readSettings } from "../../settings/read";
import { PROJECT, configWith, stackConfig } from "./stack-config";

describe("readSettings", () => {
  const secretKeys = process.env["PULUMI_CONFIG_SECRET_KEYS"];

  beforeEach(async () => {
    await pulumi.runtime.setMocks(
      // The SDK declares inputs `any`; they are an object.
      { newResource: ({ name, inputs }) => ({ id: name, state: inputs as object }), call: () => ({}) },
      PROJECT,
      "test",
      false,
    );
  });
  afterEach(() => {
    pulumi.runtime.setAllConfig({});
    if (secretKeys === undefined) {
      delete process.env["PULUMI_CONFIG_SECRET_KEYS"];
    } else {
      process.env["PULUMI_CONFIG_SECRET_KEYS"] = secretKeys;
    }
  });

  it("reads the running stack's whole configuration", () => {
    pulumi.runtime.setAllConfig(stackConfig("prod"));
    const settings = readSettings();
    equal(settings.profile, "regulated");
    deepEqual(settings.governedRegions, ["eu-central-1", "us-east-1"]);
  });

  it("throws one RunError with all mistakes, which Pulumi shows without a stack trace", () => {
    pulumi.runtime.setAllConfig(configWith({ profile: "prod", insights: "yes", alarmEmail: "x" }));
    throws(readSettings, (error) => {
      ok(pulumi.RunError.isInstance(error));
      for (const name of ["profile", "insights", "alarmEmail"]) {
        ok(error.message.includes(`${PROJECT}:${name} `), error.message);
      }
      ok(error.message.startsWith("The settings have 3 mistakes; nothing was declared."));
      return true;
    });
  });

  it("does not show encrypted values", () => {
    pulumi.runtime.setAllConfig(configWith({ alarmEmails: '["hidden"]' }));
    process.env["PULUMI_CONFIG_SECRET_KEYS"] = JSON.stringify([`${PROJECT}:alarmEmails`]);
    throws(readSettings, (error) => error instanceof Error && !error.message.includes("hidden"));
  });

  it("works without the list of encrypted keys if it cannot be read", () => {
    pulumi.runtime.setAllConfig(stackConfig("sandbox"));
    process.env["PULUMI_CONFIG_SECRET_KEYS"] = "[";
    equal(readSettings().profile, "sandbox");
  });
});
