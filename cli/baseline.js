#!/usr/bin/env node
// The command `baseline`.
"use strict";
const path = require("node:path");
const { runTypeScript } = require("../policies/run-typescript.js");

runTypeScript(module, path.join(__dirname, "main.ts"));
