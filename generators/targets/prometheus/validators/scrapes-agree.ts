import { endpointOf } from "../../../jobs/endpoint.ts";
import { exporterModuleOf, exporterOf, tokenOf, urlOf } from "../../../jobs/of-jobs.ts";
import type { JobModel } from "../../../jobs/index.ts";
import type { ScrapeRequest } from "../../../language/scrape-request.ts";
import { durationInMs } from "../../../language/duration.ts";
import { disagreements, type Compared } from "../../validation/disagreements.ts";
import type { FileFinding } from "../../validation/finding.ts";
import { parseFile } from "../../validation/parse-file.ts";
import { counted, type OwnSubject } from "../../validation/subject.ts";
import { dataAt, itemsAt, textAt } from "../../validation/untyped-data.ts";
import type { OwnValidator } from "../../validation/validator.ts";
import type { CatalogueSeries } from "../../../promql/series.ts";
import { relabelled } from "../relabelled.ts";
import { storedOf } from "../stored-series.ts";

const configPath = "prometheus/prometheus.yml";
const targetsOf = (job: string) => `prometheus/targets/${job}.yml`;

/** What is scraped, how often, where and with which token: promtool takes anything that is well formed. */
export const scrapesAgree: OwnValidator = {
  id: "scrapes-agree",
  what: "what is scraped, against the definitions",
  by: "signalbox",
  covers: (path) => path === configPath || path.startsWith("prometheus/targets/"),
  validate: (subject) => ({
    checked: counted(subject.model.jobs.length + 1, "section"),
    findings: [
      ...configFindings(subject),
      ...subject.model.jobs.flatMap((job) => (job.absentWhileStopped ? [] : targetFindings(job, subject))),
    ],
  }),
};

function configFindings({
  files,
  model: { jobs, platform, catalogue },
  parse = parseFile,
}: OwnSubject): FileFinding[] {
  const file = parse(configPath, files[configPath] ?? "");
  const scraped = itemsAt(file.data, "scrape_configs");
  const names = scraped.map((entry) => textAt(entry, "job_name"));
  const { evaluationInterval, externalLabels } = platform.prometheus;
  const { place } = platform;
  return disagreements(configPath, file, [
    {
      what: "the list of jobs",
      written: names.toSorted(),
      meant: jobs.map(({ name }) => name).toSorted(),
      at: ["scrape_configs"],
      place,
    },
    {
      what: "the evaluation interval",
      written: textAt(file.data, "global", "evaluation_interval"),
      meant: evaluationInterval,
      at: ["global", "evaluation_interval"],
      place,
    },
    {
      what: "external_labels",
      written: dataAt(file.data, "global", "external_labels") ?? {},
      meant: externalLabels,
      at: ["global", "external_labels"],
      place,
    },
    ...jobs.flatMap((job) => {
      const index = names.indexOf(job.name);
      return index < 0
        ? []
        : ofJob(job, { entry: scraped[index], data: file.data, index, declared: catalogue.ofJob(job.name) });
    }),
  ]);
}

interface Entry {
  readonly entry: unknown;
  readonly data: unknown;
  readonly index: number;
  readonly declared: readonly CatalogueSeries[];
}

function ofJob(job: JobModel, { entry, data, index, declared }: Entry): Compared[] {
  const at = ["scrape_configs", index];
  const time = (key: string) => {
    const text = textAt(entry, key) ?? textAt(data, "global", key);
    return text === undefined ? undefined : durationInMs(text);
  };
  const compare = (what: string, written: unknown, meant: unknown): Compared => ({
    ...{ what: `${what} of job "${job.name}"`, written, meant, place: job.place, at },
  });
  return [
    compare("the scrape interval, in milliseconds,", time("scrape_interval"), job.everyMs),
    compare("the scrape timeout, in milliseconds,", time("scrape_timeout"), job.timeoutMs),
    ...(job.absentWhileStopped ? ofNames(job, entry, compare) : ofFile(job, entry, compare)),
    ...ofStored(job, entry, declared, compare),
    ...(exporterOf(job) === undefined ? ofScraped(job, entry, compare) : ofExported(job, entry, compare)),
  ];
}

type Compare = (what: string, written: unknown, meant: unknown) => Compared;

function ofFile(job: JobModel, entry: unknown, compare: Compare): Compared[] {
  const files = itemsAt(entry, "file_sd_configs", 0, "files");
  return [compare("the list of files with targets", files, [targetsOf(job.name).replace("prometheus/", "")])];
}

/** What Prometheus calls the name that it has found a target by. */
const nameLabel = "__meta_dns_name";

/** The names that Prometheus looks for, and what each target becomes that it finds. */
function ofNames(job: JobModel, entry: unknown, compare: Compare): Compared[] {
  const names = itemsAt(entry, "dns_sd_configs").flatMap((one) =>
    itemsAt(one, "names").map((name) => ({ name, type: dataAt(one, "type"), port: dataAt(one, "port") })),
  );
  const meant = job.targets.map(({ address, instance }) => ({
    lookedFor: { name: `${endpointOf(address).host}.`, type: "A", port: endpointOf(address).port },
    target: { target: address, labels: { instance, ...job.labels } },
  }));
  const lookedFor = meant.map((one) => one.lookedFor);
  const targets = meant.map((one) => one.target);
  const made = names.map(({ name }) => targetNamed(String(name), job, entry));
  return [
    compare("the list of names that are looked for", names, lookedFor),
    compare("the list of targets", made, targets),
  ];
}

/** As the steps make it, one after the other. */
function targetNamed(name: string, job: JobModel, entry: unknown): object {
  const found = { [nameLabel]: name, __address__: "192.0.2.1:80" };
  const labels = relabelled(itemsAt(entry, "relabel_configs"), found);
  const own = Object.entries(labels).filter(([label]) => !label.startsWith("__"));
  return {
    target: labels[exporterOf(job) === undefined ? "__address__" : "__param_target"],
    labels: Object.fromEntries(own),
  };
}

/** What becomes of series on the way from the answer into Prometheus. */
function ofStored(
  job: JobModel,
  entry: unknown,
  declared: readonly CatalogueSeries[],
  compare: Compare,
): Compared[] {
  const steps = itemsAt(entry, "metric_relabel_configs");
  if (job.kind !== "scrape") return [compare("the list of steps behind a scrape", steps, [])];
  const { written, meant } = storedOf(job, steps, declared);
  return [compare("the list of what is stored", written, meant)];
}

function ofScraped(job: JobModel, entry: unknown, compare: Compare): Compared[] {
  const address = job.targets[0]?.address ?? "";
  const scheme = textAt(entry, "scheme") ?? "http";
  const path = textAt(entry, "metrics_path") ?? "/metrics";
  const fallback = job.kind === "scrape" ? job.fallbackProtocol : undefined;
  return [
    compare("the format of an answer that names none", dataAt(entry, "fallback_scrape_protocol"), fallback),
    compare("the address", `${scheme}://${address}${path}`, urlOf(job, address)),
    compare("the file of the token", textAt(entry, "authorization", "credentials_file"), tokenOf(job)?.path),
    ...(job.kind === "scrape" ? ofRequest(job.request, entry, compare) : []),
  ];
}

/** How it signs in, whom it trusts, and what else it says with each request. */
function ofRequest(
  { basicAuth, tls, headers, parameters }: ScrapeRequest,
  entry: unknown,
  compare: Compare,
): Compared[] {
  const { authority, certificate, key, serverName, unverified } = tls ?? {};
  const sent = Object.entries(headers ?? {}).map(([name, value]) => [
    name,
    typeof value === "string" ? { values: [value] } : { files: [value.path] },
  ]);
  return [
    compare("the user", dataAt(entry, "basic_auth", "username"), basicAuth?.user),
    compare(
      "the file of the password",
      dataAt(entry, "basic_auth", "password_file"),
      basicAuth?.password.path,
    ),
    compare("the file of the authority", dataAt(entry, "tls_config", "ca_file"), authority?.path),
    compare("the file of the certificate", dataAt(entry, "tls_config", "cert_file"), certificate?.path),
    compare("the file of the key", dataAt(entry, "tls_config", "key_file"), key?.path),
    compare("the name in the certificate", dataAt(entry, "tls_config", "server_name"), serverName),
    compare(
      "whether the certificate is verified",
      dataAt(entry, "tls_config", "insecure_skip_verify") !== true,
      unverified === undefined,
    ),
    compare("the list of headers", dataAt(entry, "http_headers") ?? {}, Object.fromEntries(sent)),
    compare("the list of parameters", dataAt(entry, "params") ?? {}, parameters ?? {}),
  ];
}

/** The exporter is asked, at its own path, for the target and by the module of the job. */
function ofExported(job: JobModel, entry: unknown, compare: Compare): Compared[] {
  const steps = itemsAt(entry, "relabel_configs");
  const asked = steps.some(
    (step) =>
      textAt(step, "source_labels", 0) === "__address__" && textAt(step, "target_label") === "__param_target",
  );
  const instead = steps.findLast((step) => textAt(step, "target_label") === "__address__");
  return [
    compare("the path of the exporter", textAt(entry, "metrics_path"), "/probe"),
    compare("the exporter's module", dataAt(entry, "params", "module"), [exporterModuleOf(job)?.name]),
    compare("whether the exporter is told the target", asked, true),
    compare("the exporter", textAt(instead, "replacement")?.split(":")[0], exporterOf(job)),
  ];
}

function targetFindings(job: JobModel, { files, parse = parseFile }: OwnSubject): FileFinding[] {
  const path = targetsOf(job.name);
  const file = parse(path, files[path] ?? "");
  const meant = job.targets.map(({ address, instance }) => ({
    targets: [address],
    labels: { instance, ...job.labels },
  }));
  const what = `the list of targets of job "${job.name}"`;
  return disagreements(path, file, [{ what, written: file.data, meant, at: [], place: job.place }]);
}
