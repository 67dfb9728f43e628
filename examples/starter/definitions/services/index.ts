import type { Service } from "signalbox";
import { ticketShop } from "./ticket-shop/service.ts";

export const services: readonly Service[] = [
  // One line a service.
  ticketShop,
];
