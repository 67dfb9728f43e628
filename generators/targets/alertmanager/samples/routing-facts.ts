import type { Model } from "../../../model/model.ts";
import { sampleLabels } from "./sample-labels.ts";

/** All that the definitions say of where alerts go and what they inhibit, as a text. */
export function routingFacts({ alerts, platform }: Pick<Model, "alerts" | "platform">): string {
  const samples = alerts.map((alert) => sampleLabels(alert, platform));
  // A pattern has no text in JSON.
  return JSON.stringify([samples, platform], (_key, part: unknown) =>
    part instanceof RegExp ? String(part) : part,
  );
}
