import { service } from "signalbox";
import * as alerts from "./alerts.ts";
import * as dashboards from "./dashboards.ts";
import * as metrics from "./metrics.ts";
import * as recordings from "./recordings.ts";
import * as jobs from "./scrape.ts";

export const ticketShop = service("ticket-shop", {
  title: "Ticket shop",
  description: "Sells tickets.",
  owner: "Shop team",
  jobs,
  metrics,
  recordings,
  alerts,
  dashboards,
});
