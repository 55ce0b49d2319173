// The web program's main: nothing. The page calls what src/platform/js_exports.cpp offers, and asks for every
// frame.
int main() {
  return 0;
}
