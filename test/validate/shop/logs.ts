import { logSource } from "signalbox";

export const access = logSource("shop-access", {
  description: "A line for each request.",
  files: ["access.log"],
  format: "access lines",
  tags: ["web"],
});

export const errors = logSource("shop-errors", {
  description: "What went wrong, with stack traces.",
  files: ["error.log"],
  format: "level lines",
  multiline: true,
});
