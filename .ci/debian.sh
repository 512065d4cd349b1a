# Sourced by samples/run and tests/run: what a Debian 12 machine needs, and how it gets it.
# The packages are named here and nowhere else.
for_build="g++ cmake ninja-build libicu-dev libfmt-dev rapidjson-dev libopencc-dev libsqlite3-dev libcli11-dev python3-jieba sunpinyin-data sunpinyin-utils jq"
for_tests="catch2 sqlite3 python3 pkgconf mandoc"

# install_missing PACKAGE…: with apt-get, and with sudo where the user is not root; nothing happens where all are there.
install_missing() {
  missing=""
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -q '^installed' || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if ! command -v apt-get >/dev/null; then
    echo "apt-get is not here; going on in the hope that these are, under other names:$missing" >&2
    return 0
  fi
  as_root=""
  [ "$(id -u)" -eq 0 ] || as_root="sudo"
  echo "installing:$missing"
  $as_root apt-get update -qq
  # shellcheck disable=SC2086  # a list of words
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# build DIR OPTION…: configure and build into DIR, quietly unless something is wrong.
build() {
  dir=$1
  shift
  if command -v ccache >/dev/null; then set -- "$@" -DCMAKE_CXX_COMPILER_LAUNCHER=ccache; fi
  mkdir -p "$dir"
  { cmake -S . -B "$dir" -G Ninja "$@" && cmake --build "$dir" -j 2; } >"$dir/build.log" 2>&1 || {
    tail -n 60 "$dir/build.log"
    return 1
  }
}
