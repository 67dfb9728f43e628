import { timeInterval } from "signalbox";
import { location } from "./location.ts";

export const businessHours = timeInterval("business-hours", {
  weekdays: ["monday:friday"],
  times: [{ from: "09:00", to: "17:00" }],
  location,
});
