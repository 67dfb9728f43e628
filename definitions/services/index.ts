import { afirgenBackend } from "./afirgen-backend/service.ts";
import { spacetimeVr } from "./spacetime-vr/service.ts";

export const services = [
  // One line a service.
  afirgenBackend,
  spacetimeVr,
];
