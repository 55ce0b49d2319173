# shellcheck shell=bash
# The packages that web/ is built and tested with: exactly those of web/package-lock.json.

step_npm() {
  local key
  step "npm packages"
  version_at_least "$(node --version | tr -d v)" 18 ||
    fail "node on PATH is $(node --version), older than 18" "take it off PATH (Debian's nodejs is new enough) or update it"
  key="$(sha256sum <"$TP_ROOT/web/package-lock.json") $(node --version)"
  # The stamp stands inside node_modules: it goes when the folder goes, and each clone has its own.
  if [[ "$(cat "$TP_ROOT/web/node_modules/.tp_stamp" 2>/dev/null || true)" != "$key" ]]; then
    logged "installing" "check the network, run this again" \
      npm --prefix "$TP_ROOT/web" ci --no-audit --no-fund
    printf '%s\n' "$key" >"$TP_ROOT/web/node_modules/.tp_stamp"
  fi
  step_done
}
