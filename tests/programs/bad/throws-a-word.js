//@ Pulumi.dev.yaml: null
throw "a word, not an error";
