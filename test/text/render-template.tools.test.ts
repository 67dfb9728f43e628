import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { renderTemplate, saysValue } from "../../generators/text/render-template.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { seededRandom } from "../promql/seeded-random.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";

const promtool = await findTool("promtool");
const labels = { instance: "a:9100", path: 'C:\\ "x"' };

const templates = {
  bare: "{{ $value }}",
  dot: "{{.Value}} of {{ .Labels.instance }}",
  humanize: "{{ $value | humanize }}",
  humanize1024: "{{ humanize1024 $value }}",
  duration: "{{ $value | humanizeDuration }}",
  percentage: "{{ $value | humanizePercentage }}",
  fixed: '{{ $value | printf "%.1f" }}%',
  whole: '{{ printf "%.0f ms" $value }}',
  six: '{{ printf "%f" $value }}',
  general: '{{ printf "%g and %.3g" $value $value }}',
  scientific: '{{ printf "%.2e" $value }}',
  several: '{{ printf "%s has %v %%" $labels.instance $value }}',
};

/** What the real templates make of each of these numbers, as far as it is not what ours make of it. */
async function disagreements(
  texts: Readonly<Record<string, string>>,
  values: readonly number[],
): Promise<string> {
  const rules = values.map((value, index) => ({
    alert: `a${index}`,
    expr: `label_replace(label_replace(vector(${promqlNumber(value)}), "instance", "a:9100", "", ""), "path", ${JSON.stringify(labels.path)}, "", "")`,
    annotations: texts,
  }));
  const alert_rule_test = values.map((value, index) => ({
    eval_time: "0s",
    alertname: `a${index}`,
    exp_alerts: [{ exp_labels: labels, exp_annotations: renderedAll(texts, value) }],
  }));
  const folder = await temporaryFolder();
  await writeFile(join(folder, "rules.yml"), JSON.stringify({ groups: [{ name: "g", rules }] }));
  const file = { rule_files: ["rules.yml"], tests: [{ interval: "1m", input_series: [], alert_rule_test }] };
  await writeFile(join(folder, "a.test.yml"), JSON.stringify(file));
  const { code, stderr } = await runTool(promtool, ["test", "rules", "a.test.yml"], { cwd: folder });
  return code === 0 ? "" : stderr;
}

function renderedAll(texts: Readonly<Record<string, string>>, value: number): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, template]) => {
      const rendered = renderTemplate(template, { labels, value });
      if ("unsupported" in rendered) throw new Error(`${template}: ${rendered.unsupported}`);
      return [name, rendered.text];
    }),
  );
}

function promqlNumber(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  return Number.isFinite(value) ? String(value) : value > 0 ? "+Inf" : "-Inf";
}

test("numbers that are hard to print are printed as Prometheus does", async () => {
  const hard = [
    ...[0, 1, -1, 0.5, 5, 9.5, 10, 99.95, 100, 999.95, 999.949999, 1000, 1023, 1024, 1048576, 12345, 123456],
    ...[
      100.25, 100.75, 0.25, 0.35, 0.05, 0.15, 0.04, 0.06, 0.125, 2.5, 1.5, 1234.5, 1235.5, 0.001, 0.0001,
      0.00001, 1e-9, 1e-20,
    ],
    ...[
      1e6, 1234567, 123456789, 1e20, 1e21, 1e22, 1e26, 1e30, 59.99999, 60, 61, 3599, 3600, 86399, 86400,
      90061.5,
    ],
    ...[-0.25, -60, -90061, -1234567, 44.9, 0.052, 6.9, NaN, Infinity, -Infinity],
  ];
  const [small, large] = [hard.filter((value) => !(value > 1e18)), hard.filter((value) => value > 1e18)];
  expect(await disagreements(templates, [...small, Infinity])).toBe("");
  const { duration, ...others } = templates;
  expect(await disagreements(others, large)).toBe("");
  expect(renderTemplate(duration, { labels, value: 1e20 })).toEqual({
    unsupported: "humanizeDuration of 100000000000000000000",
  });
});

test("random numbers of every size are printed as Prometheus does", async () => {
  const random = seededRandom(7);
  const values = Array.from({ length: 400 }, () => {
    const size = 10 ** (random.number() * 24 - 10);
    const value = random.number() * size * (random.chance(0.2) ? -1 : 1);
    // Short decimals are what fires, and what lies between two of fewer digits.
    return random.chance(0.5) ? Number(value.toPrecision(5)) : value;
  });
  expect(await disagreements(templates, values)).toBe("");
});

test("a timestamp that Prometheus refuses is beyond it", () => {
  const rendered = renderTemplate("{{ $value | humanizeTimestamp }}", { labels, value: 253402300799 });
  expect(rendered).toEqual({ unsupported: "humanizeTimestamp of 253402300799" });
});

test("timestamps are printed as Prometheus does", async () => {
  const text = { timestamp: "{{ $value | humanizeTimestamp }}" };
  const timestamps = [0, 1, 1701734400, 1701734400.5, 1701734400.123456, -1];
  expect(await disagreements(text, timestamps)).toBe("");
});

test("labels, pipes, brackets and quotes are read as Prometheus does", async () => {
  const texts = {
    plain: "nothing to fill in: { } %",
    label: "{{ $labels.instance }}{{$labels.path}}{{ $labels.nothing }}|",
    index: '{{ index $labels "instance" }} {{ index $labels `path` }}',
    nested: '{{ printf "%s %s" (humanize $value) ($labels.instance | toUpper) }}',
    piped:
      '{{ $value | humanize | printf "<%s>" }} {{ "}}" }} {{ toLower "ABC" }} {{ stripPort $labels.instance }}',
    fixed: '{{ printf "%.2f" 2.5 }}',
  };
  expect(await disagreements(texts, [1.5, 12e9])).toBe("");
});

test.each([
  ["{{ if $value }}x{{ end }}", "if"],
  ["{{ query `up` | first | value }}", "query"],
  ["{{ $externalLabels.region }}", "$externalLabels.region"],
  ['{{ printf "%d" $value }}', "printf %d"],
  ['{{ printf "%s" }}', "printf %s"],
])("%s is said to be beyond it", (template, what) => {
  expect(renderTemplate(template, { labels, value: 1 })).toEqual({ unsupported: what });
});

test.each([
  ["{{ $value | humanize }}", true],
  ["{{ printf `%v` .Value }}", true],
  ["$value of {{ $labels.instance }}", false],
  ["{{ $labels.value }}", false],
])("whether %s says the value: %s", (template, says) => {
  expect(saysValue(template)).toBe(says);
});
