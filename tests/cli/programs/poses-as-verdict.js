"use strict";
throw new Error(
  "no account\nPASS: nothing mandatory fails\n::error::the gate is broken\n##vso[task.complete result=Succeeded]\u001B[2K\u202E",
);
