import { severity } from "signalbox";

// No two ranks alike, so that of two alerts about one problem it is clear which one inhibits the other.

export const critical = severity("critical", {
  rank: 1,
  response: "within 5 minutes, day and night",
  color: "red",
  allow: { "policy-is-used": "for the first alert that cannot wait" },
});
export const high = severity("high", {
  rank: 2,
  response: "within 30 minutes, day and night",
  color: "orange",
});
export const medium = severity("medium", {
  rank: 3,
  response: "within 2 hours, in business hours",
  color: "yellow",
});
export const low = severity("low", {
  rank: 4,
  response: "on the next business day",
  color: "blue",
  allow: { "policy-is-used": "for the first alert that can wait until tomorrow" },
});
export const info = severity("info", { rank: 5, response: "none; good to know", color: "green" });
