import { alert, grows, holds, minutes } from "signalbox";
import { low, medium } from "../../../platform/severities.ts";
import { waitingRoom } from "../metrics/status.ts";

export const TicketShopWaitingRoomFull = alert({
  severity: medium,
  component: "waiting-room",
  expr: waitingRoom.shop_waiting_buyers.gt(500),
  for: "1m",
  scenario: holds(waitingRoom.shop_waiting_buyers, { ok: 40, limit: 500, firing: 510 }),
  summary: ({ labels, value }) => `${labels.instance}: ${value} wait`,
  description: ({ threshold }) => `More than ${threshold} have been in the waiting room for a minute.`,
  impact: "Buyers wait, and some leave.",
  actions: [
    "Did a large sale begin? Then it is over when the panel Free seats says so.",
    "No sale: are the answers slow? See TicketShopSlow.",
  ],
});

export const TicketShopLongWait = alert({
  severity: low,
  component: "waiting-room",
  expr: waitingRoom.shop_longest_wait_seconds.gt(minutes(10)),
  for: "5m",
  scenario: holds(waitingRoom.shop_longest_wait_seconds, {
    ok: minutes(1),
    limit: minutes(10),
    firing: minutes(10.5),
  }),
  summary: ({ labels, value }) => `Buyers at ${labels.instance} wait ${value}`,
  description: ({ threshold }) => `Somebody has been waiting for more than ${threshold}.`,
  impact: "Buyers leave without a ticket.",
  actions: ["Let more buyers in at once (ADMITTED_BUYERS), if the panel Answer time now has room."],
});

export const TicketShopRefusesBuyers = alert({
  severity: low,
  component: "waiting-room",
  expr: waitingRoom.shop_refused_buyers_total.increase("5m").gt(50),
  for: "0m",
  scenario: grows(waitingRoom.shop_refused_buyers_total, "5m", { ok: 1, limit: 50, firing: 52 }),
  summary: ({ labels, value }) => `${labels.instance} refused ${value} in 5 minutes`,
  description: ({ threshold }) => `More than ${threshold} found the waiting room full.`,
  impact: "People see an error where they expect a queue.",
  actions: ["Make the waiting room larger (WAITING_BUYERS): to wait is better than to be refused."],
});
