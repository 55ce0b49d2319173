# shellcheck shell=bash
# Fetches packages and sources of newer Debian releases into the cache, without touching the system's apt:
# private settings, lists and archives. apt checks every file against the archive's signed index.

# The release whose Emscripten we use, and the one that has Dear ImGui 1.92. Names, not "testing": the same
# tomorrow as today.
readonly EMSCRIPTEN_SUITE=trixie
readonly IMGUI_SUITE=forky
readonly ARCHIVE_KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg

# archive_address: the main Debian archive that this machine itself uses (never the security or a third
# party's archive), whichever way its sources are written down: apt does the reading.
archive_address() {
  local codename
  codename="$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-stable}")"
  apt-get indextargets --format '$(ORIGIN)|$(RELEASE)|$(COMPONENT)|$(REPO_URI)' 2>/dev/null |
    awk -F'|' -v codename="$codename" '
      $3 != "main" || $4 ~ /security/ { next }
      $1 != "Debian" && $1 !~ /ORIGIN/ { next }          # before the first update, the origin is not known yet
      $2 == codename || $2 ~ /^(stable|oldstable|testing|unstable|sid)$/ { print $4; exit }'
}

# private_apt ARGUMENTS…: apt-get with the private settings on top of the machine's (its proxy, say).
private_apt() { apt-get -c "$TP_CACHE_DIR/apt/apt.conf" "$@"; }

write_private_apt_settings() {
  local apt="$TP_CACHE_DIR/apt" address=$1 architecture suite
  architecture="$(dpkg --print-architecture)"
  mkdir -p "$apt/lists/partial" "$apt/archives/partial"
  : >"$apt/status"
  {
    printf 'deb [arch=%s signed-by=%s] %s %s main\n' "$architecture" "$ARCHIVE_KEYRING" "$address" "$EMSCRIPTEN_SUITE"
    for suite in "$EMSCRIPTEN_SUITE" "$IMGUI_SUITE"; do
      printf 'deb-src [signed-by=%s] %s %s main\n' "$ARCHIVE_KEYRING" "$address" "$suite"
    done
  } >"$apt/sources.list"
  cat >"$apt/apt.conf" <<SETTINGS
Dir::Etc::SourceList "$apt/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::State "$apt";
Dir::State::Lists "$apt/lists";
Dir::State::status "$apt/status";
Dir::Cache "$apt";
Dir::Cache::Archives "$apt/archives";
APT::Sandbox::User "root";
APT::Architectures { "$architecture"; };
Acquire::Languages "none";
// A mirror that is some weeks behind will do: nothing here has to be new. Signatures are checked all the same.
Acquire::Check-Valid-Until "false";
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
SETTINGS
}
# need_archive: reads the newer releases' indexes, once per run and only if something is to be fetched.
archive_is_ready=""
need_archive() {
  local address
  [[ -z $archive_is_ready ]] || return 0
  command -v apt-get >/dev/null ||
    fail "this needs Debian's apt-get" "install Emscripten 3.1.60 or newer yourself and put emcc on PATH"
  address="$(archive_address)"
  [[ -n $address ]] ||
    fail "apt knows no main Debian archive on this machine" \
      "check /etc/apt/sources.list or /etc/apt/sources.list.d, run apt-get update"
  write_private_apt_settings "$address"
  logged "reading the package indexes" "check the network, run this again" private_apt update
  archive_is_ready=yes
}

# fetch_packages FOLDER PACKAGE…: downloads binary packages of EMSCRIPTEN_SUITE into FOLDER.
fetch_packages() {
  local folder=$1
  shift
  rm -rf "$folder" && mkdir -p "$folder" && (cd "$folder" && private_apt download "$@")
}

# fetch_source FOLDER SUITE PACKAGE: downloads a source package and unpacks the authors' own archive from it
# (Debian's patches are about packaging) into FOLDER.
fetch_source() {
  local folder=$1 suite=$2 package=$3 archive
  rm -rf "$folder" "$folder.archive" && mkdir -p "$folder" "$folder.archive" &&
    (cd "$folder.archive" && private_apt source --download-only --only-source -t "$suite" "$package") &&
    archive="$(ls "$folder.archive"/*.orig.tar.*[a-z2])" &&
    tar --extract --file "${archive%%$'\n'*}" --directory "$folder" --strip-components=1 &&
    rm -rf "$folder.archive"
}
