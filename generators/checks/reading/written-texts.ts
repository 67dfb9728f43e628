import type { Allowing } from "../../definition.ts";
import { textsOf, partsOfJobs } from "../../jobs/of-jobs.ts";
import type { Model } from "../../model/model.ts";
import { ownTexts } from "../../panels/index.ts";

/** What people read of a definition, by what each text is. Undefined: it may be left out, and was. */
export type Texts = readonly [
  definition: Allowing,
  name: string,
  texts: Readonly<Record<string, string | undefined>>,
];

/** All that people read: of services, rules, dashboards, runbooks and the platform. */
export function* writtenTexts(model: Model): Iterable<Texts> {
  yield* ofServices(model);
  yield* ofRules(model);
  yield* ofDashboards(model);
  yield* ofRunbooks(model);
  yield* ofPlatform(model);
}

function* ofServices({ services, jobs, metrics, slos, logs }: Model): Iterable<Texts> {
  for (const service of services) {
    const { title, description, owner } = service;
    yield [service, `service "${service.name}"`, { title, description, owner }];
  }
  for (const job of jobs) {
    yield [job, `job "${job.name}"`, { description: job.description }];
    for (const [of, texts] of textsOf(job)) yield [job, of, texts];
  }
  for (const { noun, definition } of partsOfJobs(jobs)) {
    yield [definition, `${noun} "${definition.name}"`, { description: definition.description }];
  }
  for (const { name, definition } of metrics) {
    const { help, unused, groupUnused } = definition;
    yield [definition, `metric "${name}"`, { help, "reason to be kept": unused ?? groupUnused }];
  }
  for (const slo of slos) {
    const { id, title, description, indicator, owner } = slo;
    yield [slo, `SLO "${id}"`, { title, description, owner, "words for what is bad": indicator }];
  }
  for (const log of logs) yield [log, `log source "${log.id}"`, { description: log.description }];
}

function* ofRules({ recordings, alerts }: Model): Iterable<Texts> {
  for (const recording of recordings) {
    yield [recording, `recording "${recording.name}"`, { help: recording.help }];
  }
  for (const alert of alerts) {
    const { summary = "", description = "" } = alert.annotations;
    const { impact, component } = alert;
    yield [
      alert,
      `alert "${alert.name}"`,
      { summary, description, impact, component, ...numbered("action", alert.actions) },
    ];
  }
}

function* ofDashboards({ dashboards }: Model): Iterable<Texts> {
  for (const dashboard of dashboards) {
    const { title, description, rows, variables } = dashboard;
    const name = `dashboard "${dashboard.uid}"`;
    yield [dashboard, name, { title, description }];
    for (const variable of variables) {
      yield [dashboard, `variable "${variable.name}" of ${name}`, { title: variable.title }];
    }
    for (const [index, row] of rows.entries()) {
      yield [dashboard, `row ${index + 1} of ${name}`, { title: row.title }];
    }
    for (const panel of rows.flatMap((row) => row.panels)) {
      yield [
        panel,
        `panel "${panel.title}"`,
        { title: panel.title, description: panel.description, ...ownTexts(panel) },
      ];
    }
  }
}

function* ofRunbooks({ runbooks }: Model): Iterable<Texts> {
  for (const runbook of runbooks) {
    const { pattern, questions, causes, actions } = runbook;
    yield [
      runbook,
      `runbook "${runbook.title}"`,
      {
        pattern,
        ...numbered(
          "question",
          questions.map(({ asks }) => asks),
        ),
        ...numbered(
          "answer",
          questions.map(({ means }) => means),
        ),
        ...numbered("cause", causes),
        ...numbered("action", actions),
      },
    ];
  }
}

/** The texts of a list: `action 1`, `action 2` … */
function numbered(word: string, texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(texts.map((text, index) => [`${word} ${index + 1}`, text]));
}

function* ofPlatform({ platform }: Model): Iterable<Texts> {
  for (const receiver of Object.values(platform.receivers)) {
    yield [receiver, `receiver "${receiver.name}"`, { description: receiver.description }];
  }
  for (const severity of Object.values(platform.severities)) {
    yield [severity, `severity "${severity.name}"`, { response: severity.response }];
  }
}
