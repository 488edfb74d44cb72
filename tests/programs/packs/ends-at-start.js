console.error("nothing to do");
