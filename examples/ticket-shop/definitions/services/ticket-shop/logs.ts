import { logSource } from "signalbox";

// The names are ids: Filebeat remembers under them how far it has read. Renamed, a file is read again from its start.

export const access = logSource("shop-access", {
  description: "A line for each request that the shop answered.",
  files: ["access.log"],
  format: "access lines",
});

export const errors = logSource("shop-errors", {
  description: "Why orders failed, with the stack.",
  files: ["error.log"],
  format: "level lines",
  multiline: true,
});
