import { severity } from "signalbox";

// Six ranks and no two alike, so that of any two alerts about one problem it is clear which one inhibits the other.

export const critical = severity("critical", {
  rank: 1,
  response: "within 5 minutes, day and night",
  color: "red",
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

// `warning` and `info` are kept for rules that came with these labels. `warning` asks for the same as `medium`, but ranks
// below it: where both fire for one problem, the rule that was written for this scale speaks.
export const warning = severity("warning", {
  rank: 4,
  response: "within 2 hours, in business hours",
  color: "yellow",
  allow: { "policy-is-used": "rules of other people come with it" },
});
export const low = severity("low", { rank: 5, response: "on the next business day", color: "blue" });
export const info = severity("info", { rank: 6, response: "no response needed", color: "green" });
