import { expect, test } from "vitest";
import { junitResults } from "../../scripts/mutate/junit.ts";

// As promtool 3.5.3 writes it.
const attributes = 'errors="0" skipped="0" timestamp="2026-11-21T13:02:25"';
const written = [
  "<testsuites>",
  `<testsuite name="0/A.test.yml" tests="1" failures="0" ${attributes}><testcase name="x"></testcase></testsuite>`,
  `<testsuite name="1/B &amp; C.test.yml" tests="2" failures="1" ${attributes}><testcase name="x"></testcase>`,
  '<testcase name="y"><failure>    alertname: A, &#xA; got: &#34;1 &lt; 2&#34;</failure><failure>    expr: &#34;up&#34;, time: 5m</failure></testcase></testsuite>',
  `<testsuite name="2/D.test.yml" tests="0" failures="0" ${attributes}></testsuite>`,
  "</testsuites>",
].join("");

test("each file has its own result, with all that promtool found", () => {
  expect([...junitResults(written)]).toEqual([
    ["0/A.test.yml", { hasRun: true, failures: [] }],
    [
      "1/B & C.test.yml",
      { hasRun: true, failures: ['    alertname: A, \n got: "1 < 2"', '    expr: "up", time: 5m'] },
    ],
    // Without a test nothing was tested.
    ["2/D.test.yml", { hasRun: false, failures: [] }],
  ]);
});
