import { expect, test } from "vitest";
import { dashboardsOfAlert } from "../../generators/model/dashboards-of-alert.ts";
import { model } from "../simulate/running-simulator.ts";

function dashboardsOf(name: string): string[] {
  const alert = model.alerts.find((one) => one.name === name);
  if (!alert) throw new Error(`there is no ${name}`);
  return dashboardsOfAlert(alert, model).map(({ uid }) => uid);
}

test("the dashboard that shows the most of an alert comes first, and one that shows nothing of it not at all", () => {
  expect(dashboardsOf("SpaceTimeLowFPS")).toEqual(["spacetime-vr-performance", "spacetime-vr-production"]);
  expect(dashboardsOf("HighSceneLoadErrorRate")[0]).toBe("http-api-overview");
});

test("of those that show as much, the first by file comes first", () => {
  const [first, second] = dashboardsOf("SpaceTimeRateLimitViolations");
  expect([first, second]).toEqual(["spacetime-vr-production", "spacetime-vr-security"]);
});
