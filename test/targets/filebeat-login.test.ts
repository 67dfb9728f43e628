import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { compose } from "../../generators/targets/compose/compose-file.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { log, loggingShop } from "./small-log.ts";
import { smallModel } from "./small-model.ts";
import { writtenFiles } from "./written-files.ts";

/** Stands in for curl: writes down how it was called and what it read, and answers as it is told. */
const curl = `#!/bin/sh
echo "$@" >> CALLS
cat >> CALLS
test ! -e REFUSES
`;

interface Start {
  readonly folder?: string;
  readonly refused?: boolean;
}

/** Runs the script as compose hands it to bash, with folders of the test in place of the container's. */
async function start(password: string, { folder: kept, refused = false }: Start = {}) {
  const folder = kept ?? writtenFiles({ "secrets/elasticsearch_password": `${password}\n` });
  const calls = join(folder, "calls");
  mkdirSync(join(folder, "bin"), { recursive: true });
  mkdirSync(join(folder, "filebeat-login"), { recursive: true });
  const program = curl.replaceAll("CALLS", calls).replace("REFUSES", join(folder, "refuses"));
  writeFileSync(join(folder, "bin/curl"), program);
  writeFileSync(calls, "");
  chmodSync(join(folder, "bin/curl"), 0o755);
  if (refused) writeFileSync(join(folder, "refuses"), "");
  const script = scriptOf("filebeat-login")
    .replaceAll("/run/", `${folder}/`)
    .replaceAll("/filebeat-login/", `${folder}/filebeat-login/`);
  const env = { ...process.env, PATH: `${folder}/bin:${process.env["PATH"]}` };
  const result = await runTool({ path: "/bin/bash" }, ["--norc", "-euc", script], { env });
  const file = join(folder, "filebeat-login/password");
  return {
    folder,
    code: result.code,
    stderr: result.stderr,
    password: existsSync(file) ? readFileSync(file, "utf8") : undefined,
    calls: readFileSync(calls, "utf8").trimEnd().split("\n"),
  };
}

function scriptOf(service: string): string {
  const text = compose(smallModel({ services: [loggingShop], logs: [log()] }))["docker-compose.yml"] ?? "";
  // A cast: YAML of ours; a shape that is not as declared makes the tests fail.
  const file = parse(text) as { readonly services: Record<string, { readonly command: readonly string[] }> };
  return (file.services[service]?.command[0] ?? "").replaceAll("$$", "$");
}

const put = "-sS --fail --retry 10 --retry-all-errors -o /dev/null --config - -X PUT";
const security = "http://elasticsearch:9200/_security";
const role = {
  cluster: ["monitor", "manage_ilm", "manage_index_templates"],
  indices: [{ names: ["shop-logs-*"], privileges: ["manage", "auto_configure", "create_doc"] }],
};
/** A text as curl reads it in its configuration. */
const quoted = (text: string) => `"${text.replace(/[\\"]/g, "\\$&")}"`;

test("the role and the user are made; no password is an argument, which others could see", async () => {
  const { code, stderr, password = "", calls } = await start("secret");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(password).toMatch(/^[0-9a-f]{64}$/);
  const login = ['user = "elastic:secret"', 'header = "Content-Type: application/json"'];
  expect(calls).toEqual([
    `${put} ${security}/role/shop-logs-writer`,
    ...login,
    `data = ${quoted(JSON.stringify(role))}`,
    `${put} ${security}/user/shop-logs-writer`,
    ...login,
    `data = ${quoted(JSON.stringify({ password, roles: ["shop-logs-writer"] }))}`,
  ]);
});

test("the next start keeps the password, and another deployment has another", async () => {
  const first = await start("secret");
  const second = await start("secret", { folder: first.folder });
  expect(second.password).toBe(first.password);
  expect(second.calls).toEqual(first.calls);
  expect((await start("secret")).password).not.toBe(first.password);
});

test("a superuser's password with quotes, backslashes, dollars, per cents and spaces", async () => {
  const { calls } = await start(String.raw`a"b\c$d'e%s f`);
  expect(calls[1]).toBe(String.raw`user = "elastic:a\"b\\c$d'e%s f"`);
});

test("it fails where Elasticsearch refuses, and Filebeat does not start", async () => {
  const { code, calls } = await start("wrong", { refused: true });
  expect(code).not.toBe(0);
  expect(calls.filter((call) => call.startsWith("-sS"))).toHaveLength(1);
});
