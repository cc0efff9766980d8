#!/bin/sh
# The command line without npm: inside the image, and for an installation below /opt/lotsenwerk.
# On a server it takes the settings of the service, except where they are given: nobody shall work on another database by mistake.
settings=/etc/lotsenwerk/lotsenwerk.env
node=/opt/lotsenwerk/node_modules/.bin/node
[ -x "$node" ] || node=node
[ -e "$settings" ] || settings=
if [ -n "$settings" ] && [ ! -r "$settings" ]; then
  echo "Die Einstellungen in $settings sind für diesen Benutzer nicht lesbar. Bitte den Befehl mit sudo ausführen." >&2
  exit 1
fi
if [ -n "$settings" ]; then
  export LOTSENWERK_DATA="${LOTSENWERK_DATA:-/var/lib/lotsenwerk}" LOTSENWERK_DEMO="${LOTSENWERK_DEMO:-0}"
fi
exec "$node" ${settings:+--env-file="$settings"} --enable-source-maps --max-semi-space-size=8 /opt/lotsenwerk/dist/server/cli.js "$@"
