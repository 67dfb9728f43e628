import type { AlertDefinition } from "./alert.ts";
import type { Severity } from "./severity.ts";
import type { Slo } from "./slo/slo.ts";

/** Which alerts a route or an inhibition is about: all that is said must hold; a list means any of these. */
export interface AlertMatch {
  /** Alerts as they are exported: `alert: ShopDown`, or `alert: [ShopDown, ShopSlow]`. */
  readonly alert?: AlertDefinition | readonly AlertDefinition[];
  /** All alerts of an SLO; `labels: { burn: "fast" }` leaves those that page. */
  readonly slo?: Slo | readonly Slo[];
  readonly severity?: Severity | readonly Severity[];
  readonly service?: string | readonly string[];
  /** Any other label: one value, any of several, or a pattern anchored at both ends. */
  readonly labels?: OtherLabels;
}

/** Labels that no other word of a match says. */
export type OtherLabels = Readonly<Record<string, string | readonly string[] | RegExp>> & SaidOtherwise;

/** What a message then shows as the type that is wanted. */
interface SaidOtherwise {
  readonly alertname?: "say alert: and the alert's export, not its name";
  readonly severity?: "say severity: outside of labels";
  readonly service?: "say service: outside of labels";
}
