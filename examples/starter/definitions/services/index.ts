import { ticketShop } from "./ticket-shop/service.ts";

export const services = [
  // One line a service.
  ticketShop,
];
