#!/usr/bin/env bash
# Kannel as a client: once as a transceiver, once as a transmitter with a receiver. Prints a JSON line for each message.
# Usage: kannel.sh SMPP_PORT WORKDIR. HOST, SYSTEM_ID, PASSWORD, FROM and PHONES (its first digits) can be set.
set -eu

port=${1:?kannel.sh needs the SMPP port of the server}
work=${2:?kannel.sh needs a folder for its files}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
from=${FROM:-Shop}
phones=${PHONES:-120255501}
patience=${PATIENCE:-20}
pids=()
PATH=$PATH:/usr/sbin

fail() {
  echo "kannel.sh: $1" >&2
  exit 1
}

for tool in bearerbox smsbox node curl jq; do
  command -v "$tool" >/dev/null 2>&1 || fail "$tool is needed. Install it, for example: apt-get install kannel nodejs curl jq"
done

# Ends what this script started, the last first, and waits until it is gone.
stop() {
  local pid
  for pid in "${pids[@]}"; do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  pids=()
}
trap stop EXIT

# Asks again and again until the command succeeds; the first word says what is awaited.
await() {
  local what=$1 deadline=$((SECONDS + patience))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$deadline" ] || fail "$what did not come within $patience seconds; the logs are in $dir."
    sleep 0.05
  done
}

fill() {
  sed -e "s|@DIR@|$dir|" -e "s|@TOKEN@|$token|" -e "s|@HOST@|${HOST:-127.0.0.1}|" \
    -e "s|@SYSTEM_ID@|${SYSTEM_ID:-postrider}|" -e "s|@PASSWORD@|${PASSWORD:-simulate}|" \
    -e "s|@SMPP_PORT@|$port|" -e "s|@PORT_NAME@|${1:-}|" -e "s|@TRANSCEIVER@|${2:-}|" \
    -e "s|@ADMIN_PORT@|$admin|" -e "s|@SMSBOX_PORT@|$smsbox|" -e "s|@SENDSMS_PORT@|$sendsms|"
}

configure() {
  fill <"$here/kannel.conf"
  if [ "$binds" -eq 1 ]; then
    fill port true <"$here/kannel-bind.conf"
  else
    fill port false <"$here/kannel-bind.conf"
    fill receive-port false <"$here/kannel-bind.conf"
  fi
}

online() {
  curl -sf "http://127.0.0.1:$admin/status.txt?password=$token" >"$dir/status.txt"
  [ "$(grep -c "peer.*(online" "$dir/status.txt")" -eq "$binds" ]
}

boxed() {
  curl -sf "http://127.0.0.1:$admin/status.txt?password=$token" >"$dir/status.txt"
  grep -q "smsbox:box" "$dir/status.txt"
  [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$sendsms/cgi-bin/sendsms")" != 000 ]
}

start() {
  node "$here/kannel-listener.mjs" 3 >"$dir/dlr.jsonl" &
  pids=("$!")
  await "The DLR listener" test -s "$dir/dlr.jsonl"
  read -r listener admin smsbox sendsms < <(head -n 1 "$dir/dlr.jsonl" | jq -r '.ports | map(tostring) | join(" ")')
  configure >"$dir/kannel.conf"
  bearerbox "$dir/kannel.conf" >"$dir/bearerbox.out" 2>&1 &
  pids=("$!" "${pids[@]}")
  await "The bind" online
  smsbox "$dir/kannel.conf" >"$dir/smsbox.out" 2>&1 &
  pids=("$!" "${pids[@]}")
  await "The sendsms interface" boxed
}

send() {
  local to=$1 name=$2 text=$3 coding=0
  case "$name" in ucs2*) coding=2 ;; esac
  local url="http://127.0.0.1:$listener/?to=$to&type=%d&id=%F&reply=%A"
  curl -sf -G "http://127.0.0.1:$sendsms/cgi-bin/sendsms" --data-urlencode "username=shop" --data-urlencode "password=$token" \
    --data-urlencode "from=$from" --data-urlencode "to=$to" --data-urlencode "charset=UTF-8" --data-urlencode "coding=$coding" \
    --data-urlencode "dlr-mask=31" --data-urlencode "dlr-url=$url" --data-urlencode "text=$text" >>"$dir/sendsms.out" ||
    fail "Kannel did not take $name; the logs are in $dir."
}

# Whether a final DLR (1 delivered, 2 not, 16 refused) came for every message.
answered() {
  [ "$(jq -s '[.[] | select(.type == "1" or .type == "2" or .type == "16") | .to] | unique | length' "$dir/dlr.jsonl")" -ge "$1" ]
}

# One line for each message: what was sent, the ids of the responses (type 8), the receipts and what Kannel made of them.
report() {
  jq -c --slurpfile dlr "$dir/dlr.jsonl" --arg client "$client" '
    . as $message | [$dlr[] | select(.to == $message.to)] as $mine
    | {client: $client} + $message + {
        accepted: [$mine[] | select(.type == "8") | .id],
        receipts: [$mine[] | select(.type == "1" or .type == "2") | {id, stat: (.reply | capture("stat:(?<stat>\\w+)").stat)}],
        dlr: (if all($mine[]; .type == "1" or .type == "8") then "delivered" else "failed" end)}' \
    "$dir/messages.jsonl"
}

round() {
  client=$1 binds=$2
  dir=$work/$client
  mkdir -p "$dir"
  rm -f "$dir"/*
  token=$(od -An -N8 -tx1 /dev/urandom | tr -d ' \n')
  start
  local number=0 name text to
  while IFS= read -r row; do
    number=$((number + 1))
    to=$phones$binds$number
    name=$(jq -r .name <<<"$row")
    text=$(jq -r .text <<<"$row")
    jq -c --arg to "$to" '{name, to: $to, text, encoding, parts}' <<<"$row" >>"$dir/messages.jsonl"
    send "$to" "$name" "$text"
  done < <(jq -c '.[]' "$here/texts.json")
  await "The last DLR" answered "$number"
  stop
  report
}

round kannel-trx 1
round kannel-tx-rx 2
