import { runbook } from "signalbox";
import { runbookWords } from "./small-runbook.ts";

/** Names an alert that does not exist. */
export const smallRunbook = runbook({
  ...runbookWords,
  title: "Nobody orders",
  causes: ["The stock is empty: StockEmpty fires first."],
});
