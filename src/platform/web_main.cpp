// The web program's main: nothing. The page calls what src/bridge/js_exports.cpp offers, and asks for every
// frame.
int main() {
  return 0;
}
