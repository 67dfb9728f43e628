import { afirgenBackend } from "./afirgen-backend/service.ts";
import { gatewayzApi } from "./gatewayz-api/service.ts";
import { spacetimeVr } from "./spacetime-vr/service.ts";

export const services = [
  // One line a service.
  afirgenBackend,
  gatewayzApi,
  spacetimeVr,
];
