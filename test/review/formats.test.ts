// One change, said to each reader.
import { expect, test } from "vitest";
import { comparisonOf } from "../../generators/review/comparison.ts";
import { versionOfFiles } from "../../generators/review/plain/version-of-files.ts";
import { reviewOf } from "../../generators/review/review.ts";
import { withAccepted } from "../../generators/review/accepted.ts";
import { formats, type Format } from "../../scripts/diff/formats.ts";
import { before, dashboard, rules, type Files } from "./plain-shop.ts";

const version = (files: Files) =>
  versionOfFiles(Object.entries(files).map(([path, text]) => ({ path, text })));

const after: Files = {
  ...before,
  "rules/shop.yml": rules
    .replace("> 100", "> 200")
    .replace("Many errors.", "Too many errors.")
    .replace("sum by (job) (rate(errors_total[5m]))", "sum by (job) (rate(errors_total[10m]))"),
  "grafana/shop.json": dashboard("Errors", "job:errors:rate5m * 60"),
};

const plain = reviewOf(comparisonOf(version(before), version(after)));
const long = plain.blocks.flatMap(({ items }) => items).find(({ subject }) => subject.name === "QueueLong");
const review = withAccepted(plain, [
  { fingerprint: "00000000", reason: "it was agreed", line: 1 },
  { fingerprint: long?.fingerprint ?? "", reason: "more of them may wait", line: 2 },
]);

const said = (format: Format) => formats[format](review, "the plain files of old and of new");

test("for a terminal", () => {
  expect(said("text")).toMatchInlineSnapshot(`
    "1 recording means something else, 1 panel is changed.   Undecided: 1.
    Look first at: ManyErrors (undecided)
    No consequence: text reworded (1: ManyErrors).
    Accepted: QueueLong (6aeea3f3: more of them may wait)
    No longer said, so accept: 00000000 can go (it was agreed)

    ManyErrors                                                      rules/shop.yml:7
      rests  job:errors:rate5m means something else

    What it rests on
      job:errors:rate5m   errors_total over 10m, was 5m: graphs of it mix old and new; on it rest 1 alert and 1 panel

    What one sees
      Shop / Errors   asks something else
               was ⟦job:errors:rate5m⟧
               now ⟦job:errors:rate5m * 60⟧
    "
  `);
});

test("for a comment", () => {
  expect(said("markdown")).toMatchInlineSnapshot(`
    "<!-- signalbox diff -->

    **1 recording means something else, 1 panel is changed.   Undecided: 1.**

    Look first at: ManyErrors (undecided)

    No consequence: text reworded (1: ManyErrors).

    Accepted: QueueLong (6aeea3f3: more of them may wait)

    No longer said, so accept: 00000000 can go (it was agreed)

    <details open>
    <summary>Alerts (1)</summary>

    **ManyErrors** · \`rules/shop.yml:7\`

    - rests: job:errors:rate5m means something else <sub>9aeba2da</sub>

    </details>

    <details>
    <summary>What it rests on (1)</summary>

    - **job:errors:rate5m** errors_total over 10m, was 5m: graphs of it mix old and new; on it rest 1 alert and 1 panel <sub>9969e788</sub>

    </details>

    <details>
    <summary>What one sees (1)</summary>

    - **Shop / Errors** asks something else <sub>ec5fa13a</sub>

      \`\`\`text
      was ⟦job:errors:rate5m⟧
      now ⟦job:errors:rate5m * 60⟧
      \`\`\`


    </details>
    "
  `);
});

test("for a workflow of GitHub", () => {
  expect(said("github")).toMatchInlineSnapshot(`
    "::warning file=rules/shop.yml,line=7,title=ManyErrors::job:errors:rate5m means something else
    ::notice file=rules/shop.yml,line=5,title=job%3Aerrors%3Arate5m::errors_total over 10m, was 5m: graphs of it mix old and new; on it rest 1 alert and 1 panel
    ::notice file=grafana/shop.json,line=1,title=Shop / Errors::asks something else%0Awas ⟦job:errors:rate5m⟧%0Anow ⟦job:errors:rate5m * 60⟧
    1 recording means something else, 1 panel is changed.   Undecided: 1.
    Look first at: ManyErrors (undecided)
    No consequence: text reworded (1: ManyErrors).
    Accepted: QueueLong (6aeea3f3: more of them may wait)
    No longer said, so accept: 00000000 can go (it was agreed)
    "
  `);
});

test("for a program", () => {
  expect(said("json")).toMatchInlineSnapshot(`
    "{
      "comparedWith": "the plain files of old and of new",
      "summary": [
        "1 recording means something else, 1 panel is changed.   Undecided: 1.",
        "Look first at: ManyErrors (undecided)",
        "No consequence: text reworded (1: ManyErrors).",
        "Accepted: QueueLong (6aeea3f3: more of them may wait)",
        "No longer said, so accept: 00000000 can go (it was agreed)"
      ],
      "changes": [
        {
          "fingerprint": "9aeba2da",
          "kind": "rests-on-changed",
          "group": "rests",
          "class": "unknown",
          "what": "alert",
          "of": "ManyErrors",
          "place": {
            "file": "rules/shop.yml",
            "line": 7
          },
          "text": "job:errors:rate5m means something else"
        },
        {
          "fingerprint": "9969e788",
          "kind": "recording-changed",
          "group": "rests",
          "class": "rests",
          "what": "recording",
          "of": "job:errors:rate5m",
          "place": {
            "file": "rules/shop.yml",
            "line": 5
          },
          "text": "errors_total over 10m, was 5m: graphs of it mix old and new; on it rest 1 alert and 1 panel"
        },
        {
          "fingerprint": "ec5fa13a",
          "kind": "panel-queries",
          "group": "sees",
          "class": "seen",
          "what": "panel",
          "of": "Shop / Errors",
          "place": {
            "file": "grafana/shop.json",
            "line": 1
          },
          "text": "asks something else",
          "shown": [
            "was ⟦job:errors:rate5m⟧",
            "now ⟦job:errors:rate5m * 60⟧"
          ]
        }
      ],
      "withoutConsequence": [
        {
          "fingerprint": "b7ba8be0",
          "kind": "wording",
          "group": "says",
          "class": "none",
          "what": "alert",
          "of": "ManyErrors",
          "place": {
            "file": "rules/shop.yml",
            "line": 7
          },
          "text": "text reworded"
        }
      ],
      "accepted": [
        {
          "fingerprint": "6aeea3f3",
          "kind": "threshold",
          "group": "when",
          "class": "less",
          "what": "alert",
          "of": "QueueLong",
          "place": {
            "file": "rules/shop.yml",
            "line": 12
          },
          "text": "above 200, was 100: it fires less",
          "decider": "order",
          "reason": "more of them may wait"
        }
      ],
      "lapsed": [
        {
          "fingerprint": "00000000",
          "reason": "it was agreed"
        }
      ]
    }
    "
  `);
});
