import { question, runbook } from "signalbox";
import { orderRate, ShopDown, ShopSlow } from "./rules.ts";

const DownForSome = runbook({
  title: "Down for some",
  pattern: "Some cannot buy, and others can.",
  questions: [
    question(orderRate.div(orderRate.offset("1d")), {
      asks: "Is it a slow day?",
      means: "Near 1: as yesterday. Less: some cannot buy.",
    }),
  ],
  causes: ["A broken page."],
  actions: ["Open the page as a customer would."],
  alerts: [ShopDown, ShopSlow],
});

export const runbooks = { DownForSome };
