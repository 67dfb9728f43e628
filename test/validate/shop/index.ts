import { service, type Definitions } from "signalbox";
import { shopDashboard } from "./dashboards.ts";
import * as jobs from "./jobs.ts";
import * as logs from "./logs.ts";
import { goods, http, stockFields } from "./metrics.ts";
import { shopPlatform } from "./platform.ts";
import { runbooks } from "./runbooks.ts";
import { orderRate, ShopDown, ShopSlow, ShopStockLow, ShopUnhealthy } from "./rules.ts";

/** A small shop with one of everything that can be defined. */
export const definitions: Definitions = {
  platform: shopPlatform,
  services: [
    service("shop", {
      title: "The shop",
      description: "Where people buy.",
      owner: "the shop's team",
      jobs,
      metrics: { goods, http },
      recordings: { orderRate },
      alerts: { ShopDown, ShopUnhealthy, ShopSlow, ShopStockLow },
      dashboards: { shopDashboard },
      runbooks,
      logs,
      jsonFields: { stockFields },
      logFolder: { variable: "SHOP_LOGS", default: "/var/log/shop" },
    }),
  ],
};
