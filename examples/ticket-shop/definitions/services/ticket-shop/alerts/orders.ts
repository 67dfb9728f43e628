import { alert, grows, holds, percent, share } from "signalbox";
import { critical, high, low } from "../../../platform/severities.ts";
import { sales } from "../metrics/sales.ts";
import { tickets } from "../metrics/worker.ts";
import { failedShare } from "../recordings.ts";
import { worker } from "../scrape.ts";

const orders = sales.shop_orders_total;
const [sold, failed] = [orders.where({ result: "sold" }), orders.where({ result: "failed" })];

export const TicketShopFailing = alert({
  severity: high,
  component: "orders",
  expr: failedShare.gt(percent(2)),
  for: "5m",
  scenario: share(failed, sold, { quiet: percent(0.5), edge: percent(2), rings: percent(2.1) }),
  summary: ({ labels, value }) => `${labels.instance} fails ${value} of its orders`,
  description: ({ threshold }) => `More than ${threshold} of the orders of the last 5 minutes failed.`,
  impact: "People pay and get no ticket, or give up.",
  actions: [
    "The panel Orders says since when. Was there a deployment?",
    "Read the shop's log for the reason that orders fail with.",
  ],
});

export const TicketShopMostlyFailing = alert({
  severity: critical,
  component: "orders",
  expr: failedShare.gt(percent(20)),
  for: "5m",
  scenario: share(failed, sold, { quiet: percent(0.5), edge: percent(20), rings: percent(21) }),
  summary: ({ labels, value }) => `${labels.instance} fails ${value} of its orders`,
  description: ({ threshold }) => `More than ${threshold} of the orders of the last 5 minutes failed.`,
  impact: "Hardly anybody gets a ticket.",
  actions: [
    "Does it follow a deployment? Take it back now and look for the reason afterwards.",
    "The panel Calls says whether the bank is still asked; if not, its credentials may have expired.",
    "Close the sale if it is not over in 10 minutes: people who paid twice cost more than an hour of sales.",
  ],
});

export const TicketShopMailsBounce = alert({
  severity: low,
  component: "orders",
  expr: tickets.shop_mails_total.where({ result: "bounced" }).increase("1h").gt(10),
  for: "0m",
  scenario: grows(tickets.shop_mails_total.where({ result: "bounced" }), "1h", {
    quiet: 1,
    edge: 10,
    rings: 11,
  }),
  summary: ({ labels, value }) => `${labels.instance}: ${value} bounced within an hour`,
  description: ({ threshold }) => `More than ${threshold} with tickets were not accepted in the last hour.`,
  impact: "Some buyers wait for their tickets and will call.",
  actions: [
    "Read the answers of the mail servers in error.log: one provider, or all?",
    "All of them: is the shop on a block list? Ask the mail provider.",
  ],
});

export const TicketShopWorkerDown = alert({
  severity: high,
  component: "worker",
  // TargetDown leaves this job out: tickets that were paid for cannot wait as long as a panel can.
  expr: worker.up.eq(0),
  for: "2m",
  scenario: holds(worker.up, { quiet: 1, rings: 0 }),
  summary: ({ labels }) => `The worker at ${labels.instance} is down`,
  description: "Prometheus has not been able to scrape the worker for 2 minutes.",
  impact: "Tickets are sold and not sent.",
  actions: [
    "Start it again; it goes on with the tickets that wait.",
    "It ends again at once: the last lines of error.log say at which ticket.",
  ],
});
