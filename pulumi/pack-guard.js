// Loaded first in the pack's process.
//
// The pack ends with the gate, however the gate ends: the gate holds the other end of this pipe.
//
// Node.js starts its debugger, which anybody on the machine can use, when it gets SIGUSR1 and nobody listens to it.
"use strict";
const net = require("node:net");

const gate = new net.Socket({ fd: 3, readable: true, writable: false });
gate.on("error", () => undefined);
gate.once("close", () => process.exit(1));
gate.resume();
gate.unref();

process.on("SIGUSR1", () => undefined);
