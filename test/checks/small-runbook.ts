import { question } from "signalbox";
import { FewOrders, orderRate } from "./small-shop.ts";

/** What a runbook needs, on the shop: `runbook({ ...runbookWords, title: "…" })`. */
export const runbookWords = {
  title: "Few orders, all by phone",
  pattern: "Orders falls, and nothing fails.",
  questions: [
    question(orderRate, { asks: "Does anybody order?", means: "0: nobody. More: it is a slow day." }),
  ],
  causes: ["The web page is down."],
  actions: ["Open the web page."],
  alerts: [FewOrders],
} as const;
