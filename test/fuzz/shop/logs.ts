import { logSource } from "signalbox";
import type { Given } from "./given.ts";

export function logsOf(given: Given) {
  return {
    errors: logSource(
      given("logSource id", "shop-errors"),
      given("logSource", {
        description: "Why orders failed.",
        files: ["error.log"],
        format: "level lines",
        multiline: true,
        dataset: "shop.errors",
        tags: ["shop"],
      }),
    ),
  };
}
