import { counter, gauge, metrics } from "signalbox";
import { worker } from "../scrape.ts";

export const tickets = metrics(worker, {
  shop_mails_total: counter({
    help: "Mails with tickets, by what became of them.",
    unit: "mails",
    labels: { result: ["delivered", "bounced"] },
  }),
  shop_tickets_total: counter({ help: "Tickets that were printed.", unit: "tickets" }),
  shop_queued_tickets: gauge({
    help: "Tickets that wait to be printed.",
    unit: "tickets",
    labels: { printer: "*" },
  }),
  process_start_time_seconds: gauge({ help: "When the worker was started.", unit: "timestamp" }),
});
