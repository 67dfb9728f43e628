import { expect, test } from "vitest";
import { notificationRouting } from "../../generators/routing/notification-routing.ts";
import { expectations } from "../../scripts/up/expectation.ts";
import { personScale } from "../../scripts/up/scaled.ts";
import { model } from "../simulate/running-simulator.ts";

const routing = notificationRouting(model);

test.each([
  [
    "TicketShopMostlyFailing",
    1,
    false,
    "TicketShopMostlyFailing notifies alert-archive in 5m30s, shop-team in 5m30s, on-call in 5m10s at the earliest; counters must fill their windows first",
  ],
  [
    "TicketShopWaitingRoomFull",
    20,
    false,
    "TicketShopWaitingRoomFull notifies alert-archive in 5s, team in 5s (only during business-hours) at the earliest",
  ],
  [
    "TicketShopSlow",
    20,
    true,
    "TicketShopSlow notifies alert-archive in 32s, team in 32s at the earliest; counters must fill their windows first",
  ],
  [
    "HostDiskFilling:2",
    60,
    true,
    "HostDiskFilling notifies team in 3m21s at the latest; an alert that inhibits it may fire first",
  ],
])("%s at speed %d", (name, speed, atAnyHour, line) => {
  expect(expectations([name], routing, personScale(speed), atAnyHour)).toEqual([line]);
});

test("of an alert that nobody knows nothing is expected", () => {
  expect(expectations(["Nothing"], routing, personScale(1), false)).toEqual([]);
});
