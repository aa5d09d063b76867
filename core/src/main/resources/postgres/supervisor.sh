# Runs PostgreSQL (the arguments) for as long as the server holds the other end of standard input.
# A line "stop" asks for an orderly shutdown. The end without it means that the server was killed: then whoever
# would take long is cut off, and PostgreSQL recovers at its next start.
trap '' HUP INT TERM
exec 3<&0 </dev/null
"$@" 3<&- &
postgres=$!
(
  read -r word <&3
  kill -INT "$postgres"
  [ "$word" = stop ] && exit
  sleep 4
  kill -QUIT "$postgres"
) >/dev/null 2>&1 &
watcher=$!
exec 3<&-
wait "$postgres"
status=$?
kill -KILL "$watcher" 2>/dev/null
exit "$status"
