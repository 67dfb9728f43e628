import { spacetimeVr } from "./spacetime-vr/service.ts";

export const services = [
  // One line a service.
  spacetimeVr,
];
