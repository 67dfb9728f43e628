import {
  alert,
  copyRoute,
  counter,
  dashboard,
  inhibition,
  metrics,
  question,
  recording,
  row,
  runbook,
  runs,
  scrapeJob,
  service,
  timeSeries,
  type Definitions,
  type Service,
} from "signalbox";
import { critical, low, onCall, smallPlatform } from "../checks/small-platform.ts";

/** A project of so many services of one shape: with names of their own, but for a metric that all of them export. */
export function manyServices(count: number): Definitions {
  const services = Array.from({ length: count }, (_, index) => serviceOf(`shop${index + 1}`));
  return { platform: smallPlatform, services };
}

/** One thing of each kind that a service can have, two of those that stand beside each other, and texts that name them. */
function serviceOf(name: string): Service {
  const api = scrapeJob(`${name}-api`, { description: "The program.", targets: ["localhost:8080"] });
  const orders = counter({ help: "Orders.", unit: "orders", labels: { channel: ["web", "phone"] } });
  const { shop_orders_total } = metrics(api, { shop_orders_total: orders });
  const web = shop_orders_total.where({ channel: "web" });
  const perSecond = web.rate("5m").sumBy("instance");
  const example = { given: [runs(web, 3)], expect: 3 };
  const rate = recording(`instance:${name}_orders:rate5m`, perSecond, { help: "Per second.", example });
  const title = `Overview of ${name}`;
  const words = { ...wordsOn(title), scenario: runs(web, { ok: 3, limit: 1, firing: 0.9375 }) };
  const few = alert({ ...words, severity: critical, expr: rate.lt(1) });
  const fewer = alert({ ...words, severity: low, expr: perSecond.lt(1) });
  const panels = [
    timeSeries({ title: "Orders", description: "Per second.", queries: [rate], thresholds: [few] }),
    timeSeries({ title: "Phone", description: "Per second.", queries: [shop_orders_total.rate("5m")] }),
  ];
  const slow = runbook({
    ...slowDay,
    title: `Slow day of ${name}`,
    questions: [question(rate, { asks: "Does anybody order?", means: "0: nobody." })],
    causes: [`${title} is empty.`],
    alerts: [few],
  });
  const common = { title, description: "Whether people buy.", folder: name, last: "6h" } as const;
  return service(name, {
    title: name,
    description: "Where people buy.",
    owner: `Team of ${name}`,
    jobs: { api },
    metrics: { sales: metrics(api, { shop_orders_total: orders }) },
    recordings: { rate },
    alerts: { [`${name}Few`]: few, [`${name}Fewer`]: fewer },
    dashboards: { overview: dashboard(`${name}-overview`, { ...common, rows: [row("Sales", panels)] }) },
    inhibitions: {
      few: inhibition(`${name}-few`, { source: { alert: few }, target: { alert: fewer }, equal }),
    },
    copies: { all: copyRoute({ receiver: onCall }) },
    runbooks: { slow },
  });
}

const equal = ["instance"] as const;
const slowDay = { pattern: "Orders falls.", actions: ["See Orders."] } as const;

/** What an alert says that is shown on a dashboard of this title. */
function wordsOn(title: string) {
  return {
    component: "sales",
    for: "5m",
    summary: "Few orders",
    description: "Fewer than usual.",
    impact: "Nobody can buy.",
    actions: [`The panel Orders of ${title} says since when. See Orders.`],
  } as const;
}
