import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";
import type { Allowing } from "../check.ts";

/** What a person will read is there: summaries, descriptions, impacts, actions, and the help of metrics and panels. */
export const textsAreWritten: Check = {
  id: "texts-are-written",
  *find(model: Model): Iterable<Finding> {
    for (const [definition, name, texts] of textsOf(model)) {
      for (const [word, text] of Object.entries(texts)) {
        if (text.trim() !== "") continue;
        yield {
          definition,
          message: `${name} has an empty ${word}`,
          mend: `write its ${word}: somebody will read it`,
        };
      }
    }
  },
};

type Texts = readonly [definition: Allowing, name: string, texts: Readonly<Record<string, string>>];

function* textsOf({
  services,
  jobs,
  metrics,
  recordings,
  alerts,
  dashboards,
  logs,
  platform,
}: Model): Iterable<Texts> {
  for (const service of services) {
    const { title, description, owner } = service;
    yield [service, `service "${service.name}"`, { title, description, owner }];
  }
  for (const job of jobs) yield [job, `job "${job.name}"`, { description: job.description }];
  for (const { name, definition } of metrics)
    yield [definition, `metric "${name}"`, { help: definition.help }];
  for (const recording of recordings)
    yield [recording, `recording "${recording.name}"`, { help: recording.help }];
  for (const alert of alerts) {
    const { summary = "", description = "" } = alert.annotations;
    const actions = Object.fromEntries(alert.actions.map((action, index) => [`action ${index + 1}`, action]));
    yield [
      alert,
      `alert "${alert.name}"`,
      { summary, description, impact: alert.impact, component: alert.component, ...actions },
    ];
  }
  for (const dashboard of dashboards) {
    const { title, description } = dashboard;
    yield [dashboard, `dashboard "${dashboard.uid}"`, { title, description }];
    for (const panel of dashboard.rows.flatMap((row) => row.panels)) {
      yield [panel, `panel "${panel.title}"`, { title: panel.title, description: panel.description }];
    }
  }
  for (const log of logs) yield [log, `log source "${log.id}"`, { description: log.description }];
  for (const receiver of Object.values(platform.receivers)) {
    yield [receiver, `receiver "${receiver.name}"`, { description: receiver.description }];
  }
}
