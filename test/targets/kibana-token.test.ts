import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { compose } from "../../generators/targets/compose/compose-file.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { log, loggingShop } from "./small-log.ts";
import { smallModel } from "./small-model.ts";
import { writtenFiles } from "./written-files.ts";

/** Stands in for curl: writes down how it was called, and answers as Elasticsearch does. */
const curl = `#!/bin/sh
echo "$@" >> CALLS
cat >> CALLS
echo >> CALLS
case "$*" in
  *_authenticate) test -e VALID ;;
  *POST*) printf '{"created":true,"token":{"name":"signalbox","value":"AAEAAWVsYXN0aWM"}}' ;;
esac
`;

/** Runs the script as compose hands it to bash, with folders of the test in place of the container's. */
async function run(password: string, token?: { readonly text: string; readonly valid: boolean }) {
  const folder = writtenFiles({ "secrets/elasticsearch_password": `${password}\n` });
  mkdirSync(join(folder, "bin"));
  mkdirSync(join(folder, "kibana-token"));
  const tokenPath = join(folder, "kibana-token/token");
  const calls = join(folder, "calls");
  writeFileSync(
    join(folder, "bin/curl"),
    curl.replaceAll("CALLS", calls).replace("VALID", join(folder, "valid")),
  );
  chmodSync(join(folder, "bin/curl"), 0o755);
  if (token) writeFileSync(tokenPath, token.text);
  if (token?.valid) writeFileSync(join(folder, "valid"), "");
  const script = scriptOf("kibana-token")
    .replaceAll("/run/", `${folder}/`)
    .replaceAll("/kibana-token/", `${folder}/kibana-token/`);
  const env = { ...process.env, PATH: `${folder}/bin:${process.env["PATH"]}` };
  // A shell whose input is a socket, as that of a child process is, reads the settings of its user as one over the network does.
  const result = await runTool({ path: "/bin/bash" }, ["--norc", "-euc", script], { env });
  expect(result).toMatchObject({ code: 0, stdout: "", stderr: "" });
  return {
    token: existsSync(tokenPath) ? readFileSync(tokenPath, "utf8") : undefined,
    calls: readFileSync(calls, "utf8").trimEnd().split("\n"),
  };
}

function scriptOf(service: string): string {
  const text = compose(smallModel({ services: [loggingShop], logs: [log()] }))["docker-compose.yml"] ?? "";
  // A cast: YAML of ours; a shape that is not as declared makes the tests fail.
  const file = parse(text) as { readonly services: Record<string, { readonly command: readonly string[] }> };
  return (file.services[service]?.command[0] ?? "").replaceAll("$$", "$");
}

const account = "http://elasticsearch:9200/_security/service/elastic/kibana/credential/token/signalbox";
const login = 'user = "elastic:secret"';
const made = [
  `-sS --config - -o /dev/null -X DELETE ${account}`,
  login,
  `-sS --config - --fail --retry 10 --retry-all-errors -X POST ${account}`,
  login,
];
const tried = (token: string) => [
  "-sS --config - --fail -o /dev/null http://elasticsearch:9200/_security/_authenticate",
  `header = "Authorization: Bearer ${token}"`,
];

describe("Kibana's token", () => {
  test("is made at the first start; the password is no argument, which others could see", async () => {
    expect(await run("secret")).toEqual({ token: "AAEAAWVsYXN0aWM", calls: made });
  });

  test("is kept while it works", async () => {
    expect(await run("secret", { text: "old", valid: true })).toEqual({ token: "old", calls: tried("old") });
  });

  test("is made again when Elasticsearch does not know it any more", async () => {
    expect(await run("secret", { text: "old", valid: false })).toEqual({
      token: "AAEAAWVsYXN0aWM",
      calls: [...tried("old"), ...made],
    });
  });

  test("is asked for with any password: quotes, backslashes, dollars, per cents, spaces", async () => {
    const { calls } = await run(String.raw`a"b\c$d'e%s f`);
    expect(calls[1]).toBe(String.raw`user = "elastic:a\"b\\c$d'e%s f"`);
  });
});

test.each(["elasticsearch", "filebeat", "filebeat-login", "kibana", "kibana-token"])(
  "bash can read the script of %s",
  async (service) => {
    const script = scriptOf(service);
    expect(script).not.toBe("");
    const result = await runTool({ path: "/bin/bash" }, ["-n", "-c", script]);
    expect(result).toEqual({ code: 0, stdout: "", stderr: "" });
  },
);
