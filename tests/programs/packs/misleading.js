// Announces a port at which nothing answers.
console.log("1");
setInterval(() => undefined, 1000);
