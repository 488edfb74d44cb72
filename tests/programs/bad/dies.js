//@ Pulumi.dev.yaml: null
process.kill(process.pid, "SIGKILL");
