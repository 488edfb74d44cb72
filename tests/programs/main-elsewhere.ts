//@ Pulumi.yaml: { main: src/ }
//@ Pulumi.dev.yaml: null
//@ src/package.json: { name: main-elsewhere-source, private: true, main: program.ts }
//@ file src/program.ts
import { LogGroup } from "@pulumi/aws/cloudwatch";

// A type that does not check, for a checker of another kind than the gate.
const days: string = 3;
new LogGroup("logs", { retentionInDays: days as unknown as number });
