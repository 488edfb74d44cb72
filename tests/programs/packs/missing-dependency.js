require("a-package-that-is-not-installed");
