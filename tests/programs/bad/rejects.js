//@ Pulumi.dev.yaml: null
module.exports = async () => {
  await Promise.resolve();
  throw new TypeError("the promise was broken");
};
