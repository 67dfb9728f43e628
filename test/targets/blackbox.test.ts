import { expect, test } from "vitest";
import { blackbox } from "../../generators/targets/blackbox/config.ts";
import { probeJob, probeModule, scrapeJob } from "./small-jobs.ts";
import { secret, smallModel } from "./small-model.ts";

const path = "blackbox/blackbox.yml";
const header = (source: string) => `# Generated from ${source} by "signalbox build": edit there, not here.\n`;

test("no probe, no module", () => {
  expect(blackbox(smallModel({ jobs: [scrapeJob()] }))).toEqual({
    [path]: `${header("definitions/")}modules: {}\n`,
  });
});

test("a module that says only what it must: the whole file", () => {
  expect(blackbox(smallModel({ jobs: [probeJob()] }))[path])
    .toBe(`${header("definitions/services/shop/shop.ts")}modules:
  http_2xx:
    prober: http
    timeout: 5s
    http:
      preferred_ip_protocol: ip4
`);
});

test("a module that says everything: the whole file", () => {
  const module = probeModule({
    name: "health",
    timeout: "2s",
    validStatusCodes: [200, 204],
    followRedirects: false,
    requireTls: true,
    verifyCertificate: false,
    bodyMatches: [String.raw`"status"\s*:\s*"(ok|healthy)"`],
    bodyMustNotMatch: ["(?i)fehler: größe"],
    bearerToken: secret("shop_token"),
  });
  expect(blackbox(smallModel({ jobs: [probeJob({ module })] }))[path])
    .toBe(`${header("definitions/services/shop/shop.ts")}modules:
  health:
    prober: http
    timeout: 2s
    http:
      preferred_ip_protocol: ip4
      valid_status_codes:
        - 200
        - 204
      follow_redirects: false
      fail_if_not_ssl: true
      fail_if_body_matches_regexp:
        - "(?i)fehler: größe"
      fail_if_body_not_matches_regexp:
        - '"status"\\s*:\\s*"(ok|healthy)"'
      authorization:
        credentials_file: /run/secrets/shop_token
      tls_config:
        insecure_skip_verify: true
`);
});

test("what the exporter does by itself is not said", () => {
  const module = probeModule({ followRedirects: true, requireTls: false, verifyCertificate: true });
  expect(blackbox(smallModel({ jobs: [probeJob({ module })] }))).toEqual(
    blackbox(smallModel({ jobs: [probeJob()] })),
  );
});

test("a module that several jobs use stands once; modules stand in the order of the jobs", () => {
  const [first, second] = [probeModule({ name: "z" }), probeModule({ name: "a" })];
  const jobs = [first, second, first].map((module, index) => probeJob({ name: `job-${index}`, module }));
  expect(blackbox(smallModel({ jobs }))[path]?.match(/^ {2}\w+:$/gm)).toEqual(["  z:", "  a:"]);
});
