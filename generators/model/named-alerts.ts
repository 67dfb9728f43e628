import { groupBy } from "../group-by.ts";
import type { AlertDefinition, Severity } from "../language/alert.ts";
import type { Service } from "../language/service.ts";
import { alertsOf } from "./parts-of-service.ts";
import type { LabelMatch } from "./routing-model.ts";
import { fixedLabels, labelsThatDiffer } from "./rule-ids.ts";

/** An alert as Prometheus knows it. */
interface KnownAlert {
  readonly definition: AlertDefinition;
  readonly name: string;
  readonly service: string;
  readonly severity: Severity;
  /** Those whose values are known before it fires. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Matches for alerts that are named by their exports. */
export interface NamedAlerts {
  readonly isExported: (alert: AlertDefinition) => boolean;
  /** What means these alerts and no others: their names and, where others have these too, the labels that tell them apart. */
  readonly matching: (alerts: readonly AlertDefinition[], said: LabelMatch) => LabelMatch;
}

export function namedAlerts(services: readonly Service[]): NamedAlerts {
  const all = services.flatMap((service) =>
    alertsOf(service).map(([name, definition]) => knownAlert(name, definition, service.name)),
  );
  const byDefinition = groupBy(all, ({ definition }) => definition);
  const byName = groupBy(all, ({ name }) => name);
  return {
    isExported: (alert) => byDefinition.has(alert),
    matching: (alerts, said) => {
      const meant = alerts.flatMap((alert) => byDefinition.get(alert) ?? []);
      const names = [...new Set(meant.map(({ name }) => name))];
      const telling = names.flatMap((name) => labelsThatDiffer(byName.get(name) ?? []));
      return { ...withLabels(said, meant, new Set(telling)), alertname: oneOrMore(names) };
    },
  };
}

function knownAlert(exported: string, definition: AlertDefinition, service: string): KnownAlert {
  const { named: name = exported, severity, component, labels = {} } = definition;
  const all = { severity: severity.name, service, component, ...labels };
  return { definition, name, service, severity, labels: fixedLabels(all) };
}

/** The match with these labels too; what its author says of one stays. */
function withLabels(
  said: LabelMatch,
  meant: readonly KnownAlert[],
  telling: ReadonlySet<string>,
): LabelMatch {
  const { severity, service, ...others } = Object.fromEntries(
    [...telling].flatMap((label) => {
      const values = [...new Set(meant.map(({ labels }) => labels[label]))].filter(
        (one) => one !== undefined,
      );
      const areAllKnown = meant.every(({ labels }) => labels[label] !== undefined);
      return areAllKnown ? [[label, oneOrMore(values)]] : [];
    }),
  );
  const labels = { ...others, ...said.labels };
  return {
    ...(severity !== undefined && { severity: oneOrMore([...new Set(meant.map((one) => one.severity))]) }),
    ...(service !== undefined && { service }),
    ...said,
    ...(Object.keys(labels).length > 0 && { labels }),
  };
}

function oneOrMore<T>(all: readonly T[]): T | readonly T[] {
  const [only, ...others] = all;
  return only !== undefined && others.length === 0 ? only : all;
}
