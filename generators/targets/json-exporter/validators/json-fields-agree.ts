import type { JsonFieldModel } from "../../../jobs/json-field.ts";
import type { JsonJobModel } from "../../../jobs/index.ts";
import { keysOfPath } from "../../../language/json-path.ts";
import { tokenOf } from "../../../jobs/of-jobs.ts";
import type { Model } from "../../../model/model.ts";
import { disagreements, type Compared } from "../../validation/disagreements.ts";
import { parseFile } from "../../validation/parse-file.ts";
import { counted } from "../../validation/subject.ts";
import { dataAt, entriesAt, itemsAt, textAt } from "../../validation/untyped-data.ts";
import type { OwnValidator } from "../../validation/validator.ts";
import {
  fieldsAt,
  fieldsOfObjects,
  fieldsOfSample,
  fieldsReadBy,
  fieldsReadOfObjects,
} from "../sample-fields.ts";

const configPath = "json-exporter/json-exporter.yml";

/** Whether each path finds, in the sample answer, the field that the definitions mean: a wrong one gives no series, and no error. */
export const jsonFieldsAgree: OwnValidator = {
  id: "json-fields-agree",
  what: "fields of JSON endpoints, in the sample",
  by: "signalbox",
  covers: (path) => path === configPath,
  validate({ files, model, parse = parseFile }) {
    const file = parse(configPath, files[configPath] ?? "");
    const jobs = jsonJobsOf(model);
    const modules = entriesAt(file.data, "modules").map(([name]) => name);
    const list: Compared = {
      what: "the list of modules",
      written: modules.toSorted(),
      meant: jobs.map(({ name }) => name).toSorted(),
      at: ["modules"],
      place: undefined,
    };
    const compared = jobs.flatMap((job) => ofJob(job, file.data));
    return {
      checked: counted(jobs.flatMap(({ fields }) => fields).length, "field"),
      findings: disagreements(configPath, file, [list, ...compared]),
    };
  },
};

function jsonJobsOf({ jobs }: Pick<Model, "jobs">): JsonJobModel[] {
  return jobs.flatMap((job) => (job.kind === "json" ? [job] : []));
}

function ofJob(job: JsonJobModel, data: unknown): Compared[] {
  const at = ["modules", job.name];
  const written = dataAt(data, ...at);
  const metrics = itemsAt(written, "metrics");
  const compare = (what: string, said: unknown, meant: unknown, where = at): Compared => ({
    ...{ what: `${what} of job "${job.name}"`, written: said, meant, at: where, place: job.place },
  });
  const client = dataAt(written, "http_client_config");
  return [
    compare("the file of the token", textAt(client, "authorization", "credentials_file"), tokenOf(job)?.path),
    // As the answer of a page to sign in, which has none of the fields.
    compare("whether redirects are followed", dataAt(client, "follow_redirects") ?? true, false),
    compare(
      "whether the certificate is checked",
      dataAt(client, "tls_config", "insecure_skip_verify") !== true,
      true,
    ),
    compare("valid_status_codes", dataAt(written, "valid_status_codes"), [200]),
    compare("the number of metrics", metrics.length, job.fields.length),
    ...job.fields.map((field, index) =>
      compare(
        `what metric ${index + 1}, ${field.metric}, is made from`,
        writtenField(metrics[index], job.sample),
        meantField(field, job.sample),
        [...at, "metrics", String(index)],
      ),
    ),
  ];
}

/** The field of the sample that a metric of the file reads, with the name and the labels that its series get. */
function writtenField(metric: unknown, sample: unknown) {
  const values = entriesAt(metric, "values");
  const name = [textAt(metric, "name") ?? "", ...values.map(([value]) => value)].join("_");
  const path = textAt(metric, "path") ?? "";
  const fields = fieldsReadBy(path, sample);
  const labels = entriesAt(metric, "labels").map(([label, value]) => [label, String(value)] as const);
  const ofObjects = (one: string) => fields.flatMap((list) => fieldsReadOfObjects(one, list, sample));
  return {
    fields,
    name,
    type: textAt(metric, "valuetype"),
    labels: Object.fromEntries(labels.filter(([, value]) => !value.startsWith("{"))),
    textLabel: labels.find(([, value]) => value === "{@}")?.[0],
    each: path.endsWith("[*]}")
      ? {
          values: values.map(([, value]) => ofObjects(String(value))),
          labels: Object.fromEntries(
            labels
              .filter(([, value]) => value.startsWith("{"))
              .map(([label, value]) => [label, ofObjects(value)]),
          ),
        }
      : undefined,
  };
}

function meantField({ path, metric, type, labels, textLabel, each }: JsonFieldModel, sample: unknown) {
  const fields = fieldsAt(keysOfPath(each?.list ?? path), fieldsOfSample(sample));
  const ofObjects = (one: string) =>
    fields.flatMap((list) => fieldsAt(keysOfPath(one), fieldsOfObjects(list, sample)));
  return {
    fields,
    name: metric,
    type,
    labels,
    textLabel,
    each: each && {
      values: [ofObjects(path)],
      labels: Object.fromEntries(Object.entries(each.labels).map(([label, one]) => [label, ofObjects(one)])),
    },
  };
}
