import { expect, test } from "vitest";
import { shellCommands } from "../../generators/targets/docs/validation/shell-commands.ts";
import { docsCommands } from "../../generators/targets/docs/validators/docs-commands.ts";
import { problemsOfShop } from "./shop-subject.ts";

const problemsOf = problemsOfShop();

const page = "docs/operations.md";
const guide = (...lines: string[]) => ({ [page]: () => `${lines.join("\n")}\n` });

test.each([
  [
    "a service that compose does not have",
    "docker compose restart grafanna",
    'docker-compose.yml has no service "grafanna"',
  ],
  [
    "one of several",
    "docker compose logs --since 1h prometheus loki",
    'docker-compose.yml has no service "loki"',
  ],
  ["a command that compose does not know", "docker compose stat", 'docker compose has no command "stat"'],
  ["a profile of no service", "docker compose --profile traces up -d", 'no service has the profile "traces"'],
  [
    "a program that need not be in the image",
    "docker compose exec prometheus bash",
    'nothing in docker-compose.yml shows that "bash" is in the image of "prometheus"',
  ],
  ["no program", "docker compose exec prometheus", "docker compose exec prometheus names no program to run"],
  [
    "a port at which nothing listens in the container",
    "docker compose exec prometheus promtool query instant http://127.0.0.1:9091 up",
    '"prometheus" does not listen on port 9091 in its container',
  ],
  [
    "a command in a command",
    "docker stats $(docker compose ps -q loki)",
    'docker-compose.yml has no service "loki"',
  ],
  [
    "a port that is not open on the machine",
    "curl -fsS http://localhost:9115/metrics",
    "no service publishes port 9115 on the host",
  ],
])("%s", async (_, command, message) => {
  expect(await problemsOf(docsCommands, guide("```sh", command, "```"))).toEqual([
    expect.stringMatching(`^out/${page}:2: ${message.replace(/[.()]/g, "\\$&")} \\(docs-commands\\)\n`),
  ]);
});

test("what fits is left alone, and so is what is no command", async () => {
  const fits = [
    "```sh",
    "docker compose ps    # loki is not there",
    "docker compose kill -s HUP prometheus alertmanager | grep loki; docker compose up -d --wait",
    "docker compose exec prometheus promtool query instant http://127.0.0.1:9090 'up{job=\"loki\"} == 0'",
    "curl -fsS http://localhost:9090/-/ready",
    "```",
    "```text",
    "docker compose restart loki",
    "```",
    "Say docker compose restart loki to nobody.",
  ];
  expect(await problemsOf(docsCommands, guide(...fits))).toEqual([]);
});

test("commands within a sentence are read too", async () => {
  const problems = await problemsOf(docsCommands, guide("Then `docker compose restart loki`, or `ls`."));
  expect(problems).toHaveLength(1);
});

test("a quoted word is one, a comment is none, and a number sign within a word begins no comment", () => {
  const markdown = "```sh\ndocker compose exec a sh -c 'x | y' b#c \"d e\"    # f\n```\n";
  expect(shellCommands(markdown, "docker compose")).toEqual([
    { line: 2, words: ["docker", "compose", "exec", "a", "sh", "-c", "x | y", "b#c", "d e"] },
  ]);
});
