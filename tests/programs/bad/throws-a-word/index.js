throw "a word, not an error";
