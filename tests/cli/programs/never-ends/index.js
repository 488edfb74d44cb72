"use strict";
setInterval(() => undefined, 1000);
