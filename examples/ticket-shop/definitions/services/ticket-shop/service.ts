import { service } from "signalbox";
import * as alerts from "./alerts/index.ts";
import * as copies from "./copies.ts";
import * as dashboards from "./dashboards/index.ts";
import * as jsonFields from "./json.ts";
import * as logs from "./logs.ts";
import * as metrics from "./metrics/index.ts";
import * as recordings from "./recordings.ts";
import * as runbooks from "./runbooks.ts";
import * as jobs from "./scrape.ts";
import * as slos from "./slos.ts";

export const ticketShop = service("ticket-shop", {
  title: "Ticket shop",
  description: "Sells tickets.",
  owner: "Shop team",
  jobs,
  metrics,
  recordings,
  alerts,
  dashboards,
  slos,
  runbooks,
  logs,
  jsonFields,
  copies,
  logFolder: { variable: "SHOP_LOGS", default: "/var/log/ticket-shop" },
});
