import type { Definitions } from "signalbox";
import { ourPlatform } from "./platform/index.ts";
import { monitoring } from "./platform/monitoring/service.ts";
import { services } from "./services/index.ts";

export const definitions: Definitions = {
  platform: ourPlatform,
  services: [monitoring, ...services],
};
