import type { LogModel, ServiceModel } from "../../generators/model/model.ts";
import { place, shop } from "./small-model.ts";

/** The shop, with a folder that it writes its logs into. */
export const loggingShop: ServiceModel = {
  ...shop,
  logFolder: { variable: "SHOP_LOGS", default: "/srv/shop" },
};

/** A log source of the shop, with parts of it replaced. */
export function log(parts: Partial<LogModel> = {}): LogModel {
  return {
    id: "console",
    service: "shop",
    description: "What the shop prints.",
    files: ["shop.log"],
    format: "level lines",
    multiline: false,
    dataset: "shop.console",
    tags: [],
    place,
    ...parts,
  };
}
