import type { Drawn } from "./project-pictures.ts";

/** What the README shows of the ticket shop. */
export const exampleDrawn: Drawn = {
  alert: "TicketShopFailing",
  dashboard: "ticket-shop-operations",
  rows: ["Status", "The program"],
  source: "examples/ticket-shop/definitions/",
};
