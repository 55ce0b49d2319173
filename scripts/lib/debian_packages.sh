# shellcheck shell=bash
# Which Debian packages are missing for some groups of packages.txt, and installing them. The only step that
# changes anything outside the project.

debian_release() {
  local major
  major="$(. /etc/os-release 2>/dev/null && printf '%s' "${VERSION_ID:-}")"
  # Testing and unstable have no VERSION_ID; they behave like the newest release we know.
  printf '%s' "${major:-13}"
}

# wanted_packages GROUP…: one package per line.
wanted_packages() {
  local release group debian package _ wanted=" $* "
  release="$(debian_release)"
  while read -r group debian package _; do
    [[ -z $group || $group == \#* ]] && continue
    [[ $wanted == *" $group "* ]] || continue
    [[ $debian == any || $debian == "$release" || ($debian == 13 && $release -gt 13) ]] || continue
    if [[ $package == *"|"* ]]; then
      command -v "${package%%|*}" >/dev/null && continue
      package="${package#*|}"
    fi
    printf '%s\n' "$package"
  done <"$TP_ROOT/scripts/packages.txt"
}

# missing_packages GROUP…: those of them that are not installed.
missing_packages() {
  local wanted installed
  wanted="$(wanted_packages "$@" | sort -u)"
  [[ -n $wanted ]] || return 0
  # A virtual package (libgl-dev on some releases) counts when another package provides it.
  # shellcheck disable=SC2016,SC2086
  installed="$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' $wanted 2>/dev/null |
    sed -n 's/^installed //p' | sort -u)"
  comm -23 <(printf '%s\n' "$wanted") <(printf '%s\n' "$installed")
}

# install_packages PACKAGE…: as root. Never removes anything to make room.
install_packages() {
  export DEBIAN_FRONTEND=noninteractive
  # An installation that was interrupted earlier is finished first.
  { [[ -z $(dpkg --audit) ]] || dpkg --configure -a; } &&
    # Somebody else's broken source must not stop us; what is really missing, the next line tells.
    { apt-get -o DPkg::Lock::Timeout=300 update || true; } &&
    apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends --no-remove "$@"
}

step_debian_packages() {
  local missing count
  step "Debian packages"
  if ! command -v dpkg-query >/dev/null; then
    step_done "not a Debian system: taking what scripts/packages.txt lists as given"
    return
  fi
  missing="$(missing_packages "$@")"
  if [[ -z $missing ]]; then
    step_done "all there"
    return
  fi
  count="$(wc -l <<<"$missing")"
  # shellcheck disable=SC2086
  if [[ $(id -u) != 0 ]]; then
    fail "$count packages are missing, and only root may install them" \
      "run this, then this script again:
    sudo apt-get update && sudo apt-get install --no-install-recommends -y $(echo $missing)"
  fi
  # shellcheck disable=SC2086
  logged "installing $count packages" "look at the log, correct the cause (often: no network), run this again" \
    install_packages $missing
  step_done "installed $count"
}
