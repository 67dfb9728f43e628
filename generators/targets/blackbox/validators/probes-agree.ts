import type { JobModel } from "../../../jobs/index.ts";
import { durationInMs } from "../../../language/duration.ts";
import type { ProbeModule } from "../../../language/probe.ts";
import { disagreements, type Compared } from "../../validation/disagreements.ts";
import { parseFile } from "../../validation/parse-file.ts";
import { counted } from "../../validation/subject.ts";
import { dataAt, entriesAt, textAt } from "../../validation/untyped-data.ts";
import type { OwnValidator } from "../../validation/validator.ts";
import { blackboxPath } from "./blackbox-config.ts";

/** Which answers count as success: a probe that takes any answer would be green for ever. */
export const probesAgree: OwnValidator = {
  id: "probes-agree",
  what: "what a probe demands",
  by: "signalbox",
  covers: (path) => path === blackboxPath,
  validate({ files, model, parse = parseFile }) {
    const file = parse(blackboxPath, files[blackboxPath] ?? "");
    const modules = modulesOf(model.jobs);
    const names = modules.map(({ name }) => name).toSorted();
    const written = entriesAt(file.data, "modules")
      .map(([name]) => name)
      .toSorted();
    const list = { what: "the list of modules", written, meant: names, at: ["modules"] };
    return {
      checked: counted(modules.length, "module"),
      findings: disagreements(blackboxPath, file, [
        { ...list, place: undefined },
        ...modules.flatMap((module) => ofModule(module, file.data)),
      ]),
    };
  },
};

function modulesOf(jobs: readonly JobModel[]): ProbeModule[] {
  return [...new Set(jobs.flatMap((job) => (job.kind === "probe" ? [job.module] : [])))];
}

function ofModule(module: ProbeModule, data: unknown): Compared[] {
  const { name, place } = module;
  const written = dataAt(data, "modules", name);
  const http = dataAt(written, "http");
  const compare = (what: string, said: unknown, meant: unknown): Compared => ({
    ...{ what: `${what} of module "${name}"`, written: said, meant, at: ["modules", name], place },
  });
  const skips = dataAt(http, "tls_config", "insecure_skip_verify") === true;
  return [
    compare(
      "the timeout, in milliseconds,",
      durationInMs(textAt(written, "timeout") ?? ""),
      durationInMs(module.timeout),
    ),
    compare("fail_if_not_ssl", dataAt(http, "fail_if_not_ssl") ?? false, module.requireTls === true),
    compare("fail_if_ssl", dataAt(http, "fail_if_ssl") ?? false, false),
    compare("whether the certificate is checked", !skips, module.verifyCertificate !== false),
    compare(
      "whether redirects are followed",
      dataAt(http, "follow_redirects") ?? true,
      module.followRedirects !== false,
    ),
    compare("valid_status_codes", dataAt(http, "valid_status_codes"), module.validStatusCodes),
    compare("what the body must match", dataAt(http, "fail_if_body_not_matches_regexp"), module.bodyMatches),
    compare(
      "what the body must not match",
      dataAt(http, "fail_if_body_matches_regexp"),
      module.bodyMustNotMatch,
    ),
    compare(
      "the file of the token",
      textAt(http, "authorization", "credentials_file"),
      module.bearerToken?.path,
    ),
  ];
}
