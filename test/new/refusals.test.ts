import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { countPlacesFrom } from "../../generators/language/place.ts";
import { newAlert, type AlertWishes } from "../../scripts/new/alert/new-alert.ts";
import { newDashboard } from "../../scripts/new/dashboard/new-dashboard.ts";
import { findMetric } from "../../scripts/new/find-metric.ts";
import type { KnownProject, Refused } from "../../scripts/new/known-project.ts";
import type { Planned } from "../../scripts/new/planned.ts";
import { newService, type ServiceWishes } from "../../scripts/new/service/new-service.ts";
import { newSlo } from "../../scripts/new/slo/new-slo.ts";
import { knownProject } from "./new-in-project.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));
// Loading another project counts places from there.
afterAll(() => countPlacesFrom(repository));

describe("what cannot be written is refused, with a way out", () => {
  const service = (name: string, wishes: ServiceWishes) => (known: KnownProject) =>
    newService(name, wishes, known);
  const alert = (name: string, wishes: AlertWishes) => (known: KnownProject) => newAlert(name, wishes, known);
  const shop = { service: "ticket-shop" };
  test.each<[(known: KnownProject) => Promise<Planned | Refused>, string]>([
    [service("ticket-shop", {}), "There is a service ticket-shop already."],
    [service("queue", { job: "ticket-shop" }), "The service ticket-shop has a job ticket-shop already"],
    [service("ticket-shop-operations", {}), "There is a dashboard ticket-shop-operations already"],
    [service("queue", { metrics: "none.txt" }), "none.txt cannot be read: ENOENT."],
    [alert("TicketShopSlow", shop), "The service ticket-shop has an alert TicketShopSlow already."],
    [alert("A", { service: "ticket-shp" }), "There is no service ticket-shp (did you mean 'ticket-shop'?)"],
    [alert("A", { ...shop, severity: "hgih" }), "There is no severity hgih (did you mean 'high'?)"],
    [alert("A", shop), "or for when a job is down --job"],
    [
      alert("A", { ...shop, job: "ticket-shop-worker" }),
      "TicketShopWorkerDown says that the job ticket-shop-worker is down.",
    ],
    [alert("A", { ...shop, metric: "shop_free_seat" }), "(did you mean 'shop_free_seats'?)"],
    [
      alert("A", { ...shop, metric: "shop_orders_total", where: "reslt=sold" }),
      "has no label reslt (did you mean 'result'?)",
    ],
    [
      alert("A", { ...shop, metric: "shop_orders_total", where: "result=lost" }),
      "with the value lost. It has: sold, failed.",
    ],
    [alert("A", { ...shop, metric: "shop_free_seats", above: "80%" }), "name it with --of"],
    [
      alert("A", { ...shop, metric: "shop_free_seats", above: "30m" }),
      "30m is a time, and this is measured in seats",
    ],
    [
      alert("A", { ...shop, metric: "shop_free_seats", beside: "shop_free_seats" }),
      "shop_free_seats is the metric itself",
    ],
    [
      (known) => newSlo("a", { ...shop, metric: "shop_orders_total", where: "instance=a" }, known),
      "instance tells where shop_orders_total happened, and not which of it was good or bad: such as --where result=sold|failed",
    ],
    [
      alert("A", { ...shop, metric: "shop_free_seats", of: "shop_orders_total" }),
      "two counters or of two gauges",
    ],
    [
      alert("A", { ...shop, metric: "shop_request_duration_seconds", above: "9" }),
      "lie between 0.0475 and 2.5",
    ],
    [(known) => newDashboard("ticket-shop", shop, known), "There is a dashboard ticket-shop already."],
    [(known) => newSlo("ticket-shop-orders", shop, known), "There is an SLO ticket-shop-orders already."],
    [(known) => newSlo("a", { ...shop, metric: "shop_orders_total" }, known), "--where result=sold|failed"],
  ])("%#", async (plan, reason) => {
    const known = await exampleKnown();
    expect(await plan(known)).toEqual({ refused: expect.stringContaining(reason) });
  });
});

test("a metric is looked for in the job that is named", async () => {
  const known = await exampleKnown();
  const shop = known.definitions.services.find(({ name }) => name === "ticket-shop");
  const found = shop && (await findMetric("shop_free_seats", shop, known, "another"));
  expect(found).toEqual({
    refused: expect.stringMatching(/^shop_free_seats is no metric of the job another, but of /),
  });
});

let loaded: Promise<KnownProject> | undefined;

/** The ticket shop, from which nothing is written here. */
function exampleKnown(): Promise<KnownProject> {
  return (loaded ??= knownProject(repository, `examples/ticket-shop/definitions/index.ts`));
}
