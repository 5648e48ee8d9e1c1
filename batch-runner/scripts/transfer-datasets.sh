#!/bin/sh
# shellcheck disable=SC2016 # what stands in single quotes is run in the pod
# Copies data sets to the shared volume, through the pod of Redis, which mounts it. Safe to repeat: files that are there
# with the same size and content are left alone, and none is ever seen half-written.
set -eu

usage() {
  cat <<'USAGE'
Usage: transfer-datasets.sh [DIRECTORY]

Copies DIRECTORY (by default datasets), its training/ and testing/ files, to /mnt/fileserver/datasets.

Environment:
  NAMESPACE  the namespace (default: that of the current context)
  POD        the pod to copy through (default: redis-leader-0)
  DATA_ROOT  where the volume is mounted there (default: /mnt/fileserver)
USAGE
}

fail() {
  printf 'transfer-datasets: %s\n' "$1" >&2
  exit 2
}

case ${1:-} in
  -h | --help)
    usage
    exit 0
    ;;
  -*) fail "there is no option $1; try --help" ;;
esac
[ $# -le 1 ] || fail "one directory, please, not $#; try --help"

from=${1:-datasets}
from=${from%/}
pod=${POD:-redis-leader-0}
target=${DATA_ROOT:-/mnt/fileserver}/datasets

command -v kubectl >/dev/null || fail "there is no kubectl on the PATH"
[ -d "$from" ] || fail "$from is not a directory; name the one that holds training/ and testing/"

in_pod() {
  kubectl ${NAMESPACE:+--namespace "$NAMESPACE"} exec -i "$pod" -c redis -- "$@"
}

# Path by path: a name may hold blanks, but no line ends.
copied=0
skipped=0
list=$(cd "$from" && find . -type f ! -name '.*' | sed 's|^\./||' | LC_ALL=C sort)
[ -n "$list" ] || fail "there is no file in $from"

sum() {
  sha256sum <"$1" | cut -d ' ' -f 1
}

# The commands read nothing of the list: they have a standard input of their own.
while IFS= read -r path <&3; do
  ours=$(sum "$from/$path")
  theirs=$(in_pod sh -c '{ sha256sum <"$1"; } 2>/dev/null | cut -d " " -f 1' sh "$target/$path" </dev/null)
  if [ "$ours" = "$theirs" ]; then
    skipped=$((skipped + 1))
    continue
  fi
  # Written under another name, checked, and only then given its own.
  in_pod sh -ec '
    umask 002
    mkdir -p "$(dirname "$1")"
    cat >"$1.part"
    test "$(sha256sum <"$1.part" | cut -d " " -f 1)" = "$2"
    mv -f "$1.part" "$1"
  ' sh "$target/$path" "$ours" <"$from/$path" ||
    fail "$path did not arrive whole; run it again"
  printf 'Copied %s\n' "$path"
  copied=$((copied + 1))
done 3<<LIST
$list
LIST

printf 'Copied %d, %d were there already; in %s:%s\n' "$copied" "$skipped" "$pod" "$target"
