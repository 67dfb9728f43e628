import { expect, test } from "vitest";
import { spacetimeVr } from "../../definitions/services/spacetime-vr/service.ts";
import { model } from "./own-model.ts";

const unread = Object.keys(spacetimeVr.alerts ?? {}).filter((name) => name.startsWith("SpaceTimeUnread"));

test("of each job that cannot be read something is told that is as bad as the worst that would go unnoticed", () => {
  const found = model.alerts.filter(({ name }) => unread.includes(name));
  expect(
    Object.fromEntries(found.map((alert) => [alert.name, [alert.severity.name, alert.expr, alert.for]])),
  ).toEqual({
    SpaceTimeUnreadPerformance: ["critical", 'up{job="spacetime-performance"} == 0', "5m"],
    SpaceTimeUnreadHealth: ["critical", 'up{job=~"spacetime-health|spacetime-health-status"} == 0', "5m"],
    SpaceTimeUnreadCertificate: [
      "high",
      'up{job=~"spacetime-certificate|spacetime-certificate-trust"} == 0',
      "5m",
    ],
    SpaceTimeUnreadTelemetry: ["medium", 'up{job="spacetime-telemetry"} == 0', "5m"],
  });
});

test("for each guard of any service there is an alert on its job being down that is at least as bad", () => {
  const guards = model.alerts.filter(({ guardOf }) => guardOf !== undefined);
  const covered = new Set(model.alerts.flatMap(({ downOf }) => downOf.map(({ job }) => job)));
  const lacking = guards.filter(({ guardOf = "", severity }) => {
    const speaking = model.alerts.filter(({ name, downOf }) =>
      covered.has(guardOf) ? downOf.some(({ job }) => job === guardOf) : name === "TargetDown",
    );
    return !speaking.some((alert) => alert.severity.rank <= severity.rank);
  });
  expect(lacking.map(({ name }) => name)).toEqual([]);
});
