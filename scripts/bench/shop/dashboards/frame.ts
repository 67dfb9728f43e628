import { annotation, minutes, variable } from "signalbox";
import { shopProcess } from "../metrics/requests.ts";
import { shop } from "../scrape.ts";

/** The seven dashboards in the order of their links. They lead to each other, so the links name them and do not import them. */
const all = {
  "shop-system": "System",
  "shop-errors": "Errors",
  "shop-latency": "Latency",
  "shop-suppliers": "Suppliers",
  "shop-warehouses": "Warehouses",
  "shop-cache": "Cache",
  "shop-database": "Database",
} as const;
type Uid = keyof typeof all;

/** Links from one dashboard to the six others, with the shown time and the chosen variables. */
function linksFrom(uid: Uid) {
  return Object.entries(all)
    .filter(([other]) => other !== uid)
    .map(([other, title]) => ({ title, url: `/d/${other}`, time: true }));
}

export const instance = variable("instance", { title: "Instance", of: shop.up, label: "instance" });

const restarts = annotation("Restarts", {
  // It stays below a minute for less than a step of the time axis, so that each step is looked through.
  expr: shopProcess.shop_uptime_seconds.minOverTime("$__rate_interval").lt(minutes(1)),
  color: "blue",
  text: (labels) => `${labels.instance} was started`,
});

/** What all seven share. */
export function frameOf(uid: Uid) {
  return {
    folder: "Shop",
    tags: ["shop"],
    refresh: "30s",
    last: "6h",
    annotations: [restarts],
    links: linksFrom(uid),
  } as const;
}
