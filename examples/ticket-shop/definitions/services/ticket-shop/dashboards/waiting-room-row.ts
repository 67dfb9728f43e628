import { query, row, timeSeries } from "signalbox";
import * as alerts from "../alerts/index.ts";
import { waitingRoom } from "../metrics/status.ts";
import { tickets } from "../metrics/worker.ts";
import { printTime } from "../recordings.ts";

export const waitingRoomRow = row("Waiting room and tickets", [
  timeSeries({
    title: "Waiting buyers",
    description: "Buyers in the waiting room.",
    width: 8,
    queries: [query(waitingRoom.shop_waiting_buyers, { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.TicketShopWaitingRoomFull],
  }),
  timeSeries({
    title: "Longest wait",
    description: "How long the first of them has been waiting.",
    width: 8,
    queries: [query(waitingRoom.shop_longest_wait_seconds, { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.TicketShopLongWait],
  }),
  timeSeries({
    title: "Refused buyers",
    description: "Buyers whom the full waiting room refused within 5 minutes.",
    width: 8,
    queries: [
      query(waitingRoom.shop_refused_buyers_total.increase("5m"), { legend: ({ instance }) => instance }),
    ],
    min: 0,
    thresholds: [alerts.TicketShopRefusesBuyers],
  }),
  timeSeries({
    title: "Tickets to print",
    description: "Tickets that wait, by printer.",
    width: 8,
    queries: [query(tickets.shop_queued_tickets, { legend: ({ printer }) => printer })],
    min: 0,
  }),
  timeSeries({
    title: "Print time",
    description: "Time that the printers need, at their pace, for all tickets that wait.",
    width: 8,
    queries: [query(printTime, { legend: ({ instance }) => instance })],
    min: 0,
    thresholds: [alerts.TicketShopPrintingBehind],
  }),
  timeSeries({
    title: "Bounced mails",
    description: "Mails with tickets that were not accepted within an hour.",
    width: 8,
    queries: [
      query(tickets.shop_mails_total.where({ result: "bounced" }).increase("1h"), {
        legend: ({ instance }) => instance,
      }),
    ],
    min: 0,
    thresholds: [alerts.TicketShopMailsBounce],
  }),
]);
