import { alert, grows, holds, minutes, runs } from "signalbox";
import { high, low, medium } from "../../../platform/severities.ts";
import { tickets } from "../metrics/worker.ts";
import { printTime } from "../recordings.ts";
import { worker } from "../scrape.ts";

export const TicketShopWorkerDown = alert({
  severity: high,
  component: "worker",
  // Sooner than TargetDown: tickets that were paid for cannot wait as long as a panel can.
  downOf: worker,
  expr: worker.up.eq(0),
  for: "2m",
  scenario: holds(worker.up, { ok: 1, firing: 0 }),
  summary: ({ labels }) => `The worker at ${labels.instance} is down`,
  description: "Prometheus has not been able to scrape the worker for 2 minutes.",
  impact: "Tickets are sold and not sent.",
  actions: [
    "Start it again; it goes on with the tickets that wait.",
    "It ends again at once: the last lines of error.log say at which ticket.",
  ],
});

export const TicketShopPrintingBehind = alert({
  severity: medium,
  component: "printing",
  // In time and not in tickets: 500 are a minute for one printer and an evening for another.
  expr: printTime.gt(minutes(10)),
  for: "10m",
  scenario: {
    given: [
      holds(tickets.shop_queued_tickets, { ok: 20, limit: 1200, firing: 1260 }),
      runs(tickets.shop_tickets_total, 2),
    ],
    value: minutes(10.5),
  },
  summary: ({ labels, value }) => `${labels.instance}: the printers need ${value} for what waits`,
  description: ({ threshold }) =>
    `At the pace of the last 10 minutes the printers need more than ${threshold} for the tickets that wait.`,
  impact: "Tickets at the door are late.",
  actions: [
    "The panel Tickets to print says which printer: is it out of paper?",
    "All of them: a sale has begun; start another worker.",
  ],
});

export const TicketShopMailsBounce = alert({
  severity: low,
  component: "mail",
  expr: tickets.shop_mails_total.where({ result: "bounced" }).increase("1h").gt(10),
  for: "0m",
  scenario: grows(tickets.shop_mails_total.where({ result: "bounced" }), "1h", {
    ok: 1,
    limit: 10,
    firing: 11,
  }),
  summary: ({ labels, value }) => `${labels.instance}: ${value} bounced within an hour`,
  description: ({ threshold }) => `More than ${threshold} with tickets were not accepted in the last hour.`,
  impact: "Some buyers wait for their tickets and will call.",
  actions: [
    "Read the answers of the mail servers in error.log: one provider, or all?",
    "All of them: is the shop on a block list? Ask the mail provider.",
  ],
});
