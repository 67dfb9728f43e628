import { expect, test } from "vitest";
import { sampleLabels } from "../../generators/targets/alertmanager/samples/sample-labels.ts";
import { sampleNotifications } from "../../generators/targets/alertmanager/samples/sample-notifications.ts";
import { receiversMeant } from "../../generators/targets/alertmanager/validators/alert-routing.ts";
import { shopModel } from "./shop-subject.ts";

const { alerts, platform } = shopModel;
const named = (name: string) => alerts.filter((alert) => alert.name === name);

test("an alert's labels: those that are known, and a sample for the others", () => {
  expect(named("ShopSlow").map((alert) => sampleLabels(alert, platform))).toEqual([
    {
      alertname: "ShopSlow",
      component: "api",
      environment: "test",
      instance: "sample instance",
      service: "shop",
      severity: "low",
    },
  ]);
});

test("the receivers that the definitions mean, in the order of the routes", () => {
  expect(
    alerts.map((alert) => [alert.name, receiversMeant(sampleLabels(alert, platform), platform)]),
  ).toEqual([
    ["ShopDown", ["copies", "pager"]],
    ["ShopUnhealthy", ["copies", "pager"]],
    ["ShopSlow", ["copies", "backlog"]],
    ["ShopStockLow", ["copies", "backlog"]],
  ]);
});

test("notifications: one that fires, one that is resolved, and several with what they have in common", () => {
  const both = [...named("ShopSlow"), ...named("ShopStockLow")];
  const [firing, resolved, several] = sampleNotifications("backlog", both, platform);
  expect(firing).toMatchObject({
    what: "one firing alert",
    data: {
      receiver: "backlog",
      status: "firing",
      alerts: [
        {
          status: "firing",
          annotations: { summary: "The shop on sample instance takes 42" },
          endsAt: "0001-01-01T00:00:00Z",
        },
      ],
      commonLabels: { alertname: "ShopSlow", component: "api" },
      externalURL: "http://localhost:9093",
    },
  });
  expect(resolved).toMatchObject({
    data: { status: "resolved", alerts: [{ status: "resolved", endsAt: "2026-01-31T13:00:00Z" }] },
  });
  expect(several).toMatchObject({
    what: "several alerts",
    data: {
      status: "firing",
      alerts: [{ status: "firing" }, { status: "resolved" }],
      commonLabels: { environment: "test", instance: "sample instance", service: "shop", severity: "low" },
      commonAnnotations: {},
    },
  });
});

test("without an alert there is nothing to notify of", () => {
  expect(sampleNotifications("backlog", [], platform)).toEqual([]);
});
