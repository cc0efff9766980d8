#!/bin/sh
# The command line without npm: inside the image, and for an installation below /opt/lotsenwerk.
exec node --enable-source-maps --max-semi-space-size=8 /opt/lotsenwerk/dist/server/cli.js "$@"
