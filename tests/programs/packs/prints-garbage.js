console.log("Hello from a pack that greets");
console.log("12 policies loaded");
console.error("a warning");
require("../../programs/packs/plain.js");
