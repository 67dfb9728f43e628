import type { Check, Finding } from "../../check.ts";
import type { TextMistake } from "../../language/written-text.ts";
import type { DashboardModel } from "../../model/dashboard-model.ts";
import type { Model } from "../../model/model.ts";
import type { PanelModel } from "../../panels/panel-model.ts";

/** A text is written before any label or value is known: whatever it makes of them, it makes of their placeholders. */
export const textsOnlyInsertWords: Check = {
  id: "texts-only-insert-words",
  why: "Texts are written when definitions are built, long before an alert fires. What a text decides by a label, calculates from a value or takes from the clock is decided then, and wrong in every notification.",
  source: "https://prometheus.io/docs/prometheus/latest/configuration/template_reference/",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  summary: ({ value }) => \`\${Number(value) - 5} too many\`,
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  summary: ({ value, threshold }) => \`\${value} are taken, more than \${threshold}\`,
});
`,
  *find({ alerts, dashboards }: Model): Iterable<Finding> {
    // Of places and not of definitions: with an allowance there would be no text at all.
    for (const alert of alerts) {
      for (const { text, ...mistake } of alert.textMistakes) {
        const found = findingOf(mistake, `alert "${alert.name}": its ${text}`);
        yield { definition: { place: alert.place }, ...found, texts: [`${text}:`, `${text}(`] };
      }
    }
    for (const dashboard of dashboards) yield* ofDashboard(dashboard);
  },
  suppressible: false,
};

function* ofDashboard(dashboard: DashboardModel): Iterable<Finding> {
  for (const { name, textMistake, place } of dashboard.annotations) {
    if (textMistake === undefined) continue;
    const found = findingOf(textMistake, `annotation "${name}": its text`);
    yield { definition: { place }, ...found };
  }
  for (const panel of dashboard.rows.flatMap(({ panels }) => panels)) yield* ofPanel(panel);
}

function* ofPanel(panel: PanelModel): Iterable<Finding> {
  for (const { legendMistake, place } of panel.queries) {
    if (legendMistake === undefined) continue;
    yield { definition: { place }, ...findingOf(legendMistake, `panel "${panel.title}": its legend`) };
  }
}

function findingOf(
  { place, what, fix }: TextMistake,
  text: string,
): Pick<Finding, "place" | "message" | "fix"> {
  return { ...(place && { place }), message: `${text} ${what}`, fix };
}
