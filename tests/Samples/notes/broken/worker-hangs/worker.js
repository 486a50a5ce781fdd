for (;;) {
  // never comes to its end
}
