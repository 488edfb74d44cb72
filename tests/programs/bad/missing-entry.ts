//@ Pulumi.dev.yaml: null
//@ package.json: { main: index.ts }
//@ file other.ts
export {};
