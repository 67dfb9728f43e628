import { question, runbook } from "signalbox";
import type { Given } from "./given.ts";
import type { Rules } from "./rules.ts";

export function runbooksOf(given: Given, { alerts, recordings }: Rules) {
  return {
    slow: runbook(
      given("runbook", {
        title: "Few orders while nobody waits",
        pattern: "The rate goes down.",
        questions: [
          question(
            recordings.orderRate,
            given("question", { asks: "Does anybody buy?", means: "0: nobody." }),
          ),
        ],
        causes: ["A broken basket."],
        actions: ["Look at the page."],
        alerts: [alerts.FewOrders],
      }),
    ),
  };
}
