#!/bin/sh
# Says the version of a Prometheus, and then does not start.
if [ "$1" = --version ]; then
  echo "prometheus, version 3.13.2"
else
  echo "no room is left"
  exit 1
fi
