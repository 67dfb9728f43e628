// The steps of the workflows that post a review, run by a real shell against a host that is made up.
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { marker } from "../../generators/review/layout/marker.ts";
import { reviewMarkdown } from "../../generators/review/layout/markdown.ts";
import { ciFiles } from "../../scripts/init/ci-files.ts";
import { makeFolder, put } from "../build/out-fixture.ts";

const nothing = reviewMarkdown({ blocks: [], inconsequential: [], accepted: [], lapsed: [] });
const review = `${marker}\n\n**1 alert fires less.**\n`;

const jobs = z.object({ steps: z.array(z.object({ run: z.string().optional() })) });
const github = z.object({ jobs: z.object({ review: jobs, comment: jobs }) });
const gitlab = z.object({ "monitoring-review": z.object({ script: z.array(z.string()) }) });

function scriptOf(kind: "github" | "gitlab", name: "review" | "comment" = "comment"): string {
  const read: unknown = parse(Object.values(ciFiles(kind))[0] ?? "");
  if (kind === "gitlab") return gitlab.parse(read)["monitoring-review"].script.at(-1) ?? "";
  return (
    github
      .parse(read)
      .jobs[name].steps.flatMap(({ run }) => run ?? [])
      .at(-1) ?? ""
  );
}

/** A program of this name, which notes how it was called, and answers a question with what is in `answer`. */
const asked = `#!/bin/sh
printf '%s\\n' "$*" >> "$CALLS"
case "$*" in
  *--paginate*|*per_page*) cat "$ANSWER" ;;
esac
`;

interface Run {
  readonly program: string;
  readonly script: string;
  readonly text?: string;
  readonly answer?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** What was asked of the host, a call a line. */
function calls({ program, script, text = review, answer = "", env = {} }: Run): string[] {
  const folder = makeFolder();
  put(folder, `bin/${program}`, asked);
  chmodSync(join(folder, "bin", program), 0o755);
  put(folder, "review.md", text);
  put(folder, "answer", answer);
  const made = join(folder, "calls");
  const own = {
    PATH: `${join(folder, "bin")}:${process.env["PATH"]}`,
    CALLS: made,
    ANSWER: join(folder, "answer"),
  };
  // As both hosts do: it ends with the first command that fails.
  execFileSync("bash", ["-e", "-c", script], { cwd: folder, env: { ...process.env, ...own, ...env } });
  return existsSync(made) ? readFileSync(made, "utf8").trimEnd().split("\n") : [];
}

describe("on GitHub", () => {
  const run = (one: Omit<Run, "program" | "script">) =>
    calls({
      program: "gh",
      script: scriptOf("github"),
      env: { GITHUB_REPOSITORY: "acme/ops", NUMBER: "7" },
      ...one,
    });
  const listed = `api --paginate repos/acme/ops/issues/7/comments --jq .[] | select(.user.login == "github-actions[bot]" and (.body | startswith("${marker}"))) | .id`;

  test("the first review is a new comment", () => {
    expect(run({})).toEqual([
      listed,
      "api --silent --method POST repos/acme/ops/issues/7/comments --field body=@review.md",
    ]);
  });
  test("a later one is written in its place, and of several in that of the first", () => {
    const patched = "api --silent --method PATCH repos/acme/ops/issues/comments/31 --field body=@review.md";
    expect(run({ answer: "31\n" })).toEqual([listed, patched]);
    expect(run({ answer: "31\n44\n" })).toEqual([listed, patched]);
    expect(run({ answer: "31\n", text: nothing })).toEqual([listed, patched]);
  });
  test("where nothing changes there is no comment to begin with", () => {
    expect(run({ text: nothing })).toEqual([listed]);
  });

  test("the review is that of the change beside where it began, and is in the summary of the workflow", () => {
    const folder = makeFolder();
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@example.org", ...args], {
        cwd: folder,
        encoding: "utf8",
      });
    git("init", "--quiet", "--initial-branch=trunk");
    git("commit", "--quiet", "--allow-empty", "--message=base");
    const base = git("rev-parse", "HEAD").trim();
    git("commit", "--quiet", "--allow-empty", "--message=later");
    git("update-ref", "refs/remotes/origin/trunk", "HEAD");
    git("checkout", "--quiet", base);
    put(folder, "bin/npx", '#!/bin/sh\nprintf "%s\\n" "$*"\n');
    chmodSync(join(folder, "bin/npx"), 0o755);
    const env = {
      ...process.env,
      PATH: `${join(folder, "bin")}:${process.env["PATH"]}`,
      GITHUB_BASE_REF: "trunk",
      RUNNER_TEMP: folder,
      GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
    };
    execFileSync("bash", ["-e", "-c", scriptOf("github", "review")], { cwd: folder, env });
    const said = `signalbox diff --base ${base} --format markdown\n`;
    expect(readFileSync(join(folder, "review.md"), "utf8")).toBe(said);
    expect(readFileSync(join(folder, "summary.md"), "utf8")).toBe(said);
  });
});

describe("on GitLab", () => {
  const notes = "https://gitlab.example.org/api/v4/projects/3/merge_requests/7/notes";
  const run = (one: Omit<Run, "program" | "script">, token = "a-token") =>
    calls({
      program: "curl",
      script: scriptOf("gitlab").replaceAll("$CI_PROJECT_DIR/", ""),
      env: {
        CI_API_V4_URL: "https://gitlab.example.org/api/v4",
        CI_PROJECT_ID: "3",
        CI_MERGE_REQUEST_IID: "7",
        SIGNALBOX_REVIEW_TOKEN: token,
      },
      ...one,
    });
  const start = "--silent --show-error --fail --header PRIVATE-TOKEN: a-token";
  const listed = `${start} ${notes}?sort=asc&per_page=100`;
  const others = [{ id: 30, body: "Looks good." }];

  test("without a token nothing is asked", () => {
    expect(run({}, "")).toEqual([]);
  });
  test("the first review is a new note", () => {
    expect(run({ answer: JSON.stringify(others) })).toEqual([
      listed,
      `${start} --output /dev/null --data-urlencode body@review.md ${notes}`,
    ]);
  });
  test("a later one is written in its place", () => {
    expect(run({ answer: JSON.stringify([...others, { id: 31, body: review }]) })).toEqual([
      listed,
      `${start} --output /dev/null --request PUT --data-urlencode body@review.md ${notes}/31`,
    ]);
  });
  test("where nothing changes there is no note to begin with", () => {
    expect(run({ answer: "[]", text: nothing })).toEqual([listed]);
  });
});
