for (;;) {
  // The process answers nobody any more.
}
