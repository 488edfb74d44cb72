//@ Pulumi.dev.yaml: null
for (;;) {
  // The process answers nobody any more.
}
