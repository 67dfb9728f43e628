import { question, runbook } from "signalbox";
import * as alerts from "./alerts/index.ts";
import { requests, sales } from "./metrics/sales.ts";
import { answerTime, orderRate } from "./recordings.ts";

export const OrdersFailWhileTheShopIsFast = runbook({
  title: "Orders fail while the shop is fast",
  pattern:
    "Failed orders goes up, and Answer time now goes down in the same minute. It looks like an improvement and is none: orders fail before any work is done, and a refusal is quick.",
  questions: [
    question(answerTime, {
      asks: "Did the answers get faster?",
      means: "They did, to a few milliseconds: this pattern. Slower: orders fail because they time out.",
    }),
    question(requests.shop_calls_total.rate("5m").sumBy("instance", "exported_service"), {
      asks: "Does the shop still ask the bank?",
      means: "Near 0: it gives up before that. As always: the bank refuses, and its answer is in error.log.",
    }),
    question(orderRate.div(orderRate.offset("1d")), {
      asks: "Are there as many orders as yesterday?",
      means: "Near 1: it is not the load. 1.5 and more: a sale has begun.",
    }),
    question(sales.shop_free_seats, {
      asks: "Is anything left to sell?",
      means: "0: the event is sold out, and the page still offers it.",
    }),
  ],
  causes: [
    "A deployment that lacks a variable or a secret.",
    "Credentials of the bank that have expired.",
    "An event that is sold out, and a page that does not know it.",
  ],
  actions: [
    "A restart at the beginning? Take the deployment back now, and look for the reason afterwards.",
    "No restart: read the first error in error.log after it began. The later ones repeat it.",
  ],
  alerts: [alerts.TicketShopFailing, alerts.TicketShopMostlyFailing],
});
