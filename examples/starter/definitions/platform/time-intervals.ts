import { timeInterval } from "signalbox";

export const businessHours = timeInterval("business-hours", {
  weekdays: ["monday:friday"],
  times: [{ from: "09:00", to: "17:00" }],
  // Where the team is.
  location: "Europe/Berlin",
});
