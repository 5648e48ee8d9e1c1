#!/bin/sh
# shellcheck disable=SC2016 # what stands in single quotes is run in the pod
# Pushes the training files of the shared volume to the queue, in order of their names. Safe to repeat: what is in the
# queue already is not pushed again, and what has been learned is recognised by the worker.
set -eu

usage() {
  cat <<'USAGE'
Usage: queue-jobs.sh [PATTERN]

Pushes the files of datasets/training that match PATTERN (by default *.pkl) to the list datasets.

Environment:
  NAMESPACE  the namespace (default: that of the current context)
  POD        the pod of Redis (default: redis-leader-0)
  DATA_ROOT  where the volume is mounted there (default: /mnt/fileserver)
  QUEUE      the list (default: datasets)
USAGE
}

fail() {
  printf 'queue-jobs: %s\n' "$1" >&2
  exit 2
}

case ${1:-} in
  -h | --help)
    usage
    exit 0
    ;;
  -*) fail "there is no option $1; try --help" ;;
esac
[ $# -le 1 ] || fail "one pattern, please, in quotes; try --help"

pattern=${1:-*.pkl}
pod=${POD:-redis-leader-0}
root=${DATA_ROOT:-/mnt/fileserver}
queue=${QUEUE:-datasets}

command -v kubectl >/dev/null || fail "there is no kubectl on the PATH"

in_pod() {
  kubectl ${NAMESPACE:+--namespace "$NAMESPACE"} exec -i "$pod" -c redis -- "$@"
}

files=$(in_pod sh -c 'cd "$1" && find datasets/training -type f -name "$2" | LC_ALL=C sort' sh "$root" "$pattern" </dev/null) ||
  fail "cannot list $root/datasets/training in $pod"
[ -n "$files" ] || fail "no file in $root/datasets/training matches $pattern; run transfer-datasets.sh first"
queued=$(in_pod redis-cli --raw LRANGE "$queue" 0 -1 </dev/null) || fail "cannot read the list $queue"

pushed=0
while IFS= read -r path <&3; do
  if printf '%s\n' "$queued" | grep -qxF -e "$path"; then
    continue
  fi
  # The path comes by standard input, so that none can be taken for an option.
  answer=$(printf '%s' "$path" | in_pod redis-cli -x RPUSH "$queue") || fail "cannot push $path"
  case $answer in
    '' | *[!0-9]*) fail "Redis refused $path: $answer" ;;
  esac
  printf 'Pushed %s\n' "$path"
  pushed=$((pushed + 1))
done 3<<FILES
$files
FILES

printf 'Pushed %d; %s holds %s\n' "$pushed" "$queue" "$(in_pod redis-cli LLEN "$queue" </dev/null)"
