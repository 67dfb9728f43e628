import { expect, test } from "vitest";
import { filesOfEach } from "../../generators/output.ts";
import { alertPictures } from "../../generators/targets/docs/alert-pictures.ts";
import { styleOf, themes } from "../../generators/pictures/theme.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { model } from "../rule-tests/every-shape.ts";
import { smallModel } from "./small-model.ts";
import { alertModel } from "./small-rules.ts";

test("no alert, no picture; and none of an alert without a test", () => {
  expect(filesOfEach(alertPictures, testedModel(smallModel()))).toEqual({});
  expect(filesOfEach(alertPictures, testedModel(smallModel({ alerts: [alertModel()] })))).toEqual({});
});

test("the picture of an alert that fires at once: the whole file", () => {
  const files = filesOfEach(alertPictures, testedModel(model));
  const [light] = themes;
  const style = light ? styleOf(light) : "";
  expect(files["docs/alerts/pictures/AtOnce-light.svg"]?.replace(style, "the colours"))
    .toBe(`<!-- Generated from test/rule-tests/every-shape.ts by "signalbox build": edit there, not here. -->
<svg xmlns="http://www.w3.org/2000/svg" width="720" height="266" viewBox="0 0 720 266" role="img" aria-labelledby="title description">
  <title id="title">Rule test of AtOnce</title>
  <desc id="description">The alert is firing from 0s to 30s after it goes bad. shop_open{job=&quot;shop-api&quot;}: fires at 0, 1 when all is well and 0 when it fires.</desc>
  <style>the colours</style>
  <defs>
    <pattern id="pending" width="6" height="6" patternUnits="userSpaceOnUse">
      <path class="pending-line" d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5"/>
    </pattern>
    <pattern id="firing" width="8" height="8" patternUnits="userSpaceOnUse">
      <rect class="firing-fill" width="8" height="8"/>
    </pattern>
    <pattern id="ending" width="6" height="6" patternUnits="userSpaceOnUse">
      <circle class="ending-dot" cx="3" cy="3" r="1.4"/>
    </pattern>
    <pattern id="gap" width="8" height="8" patternUnits="userSpaceOnUse">
      <path class="gap-line" d="M0 0L8 8M0 8L8 0"/>
    </pattern>
  </defs>
  <rect class="background" width="720" height="266"/>
  <text x="6" y="18">shop_open{job=&quot;shop-api&quot;} (1 is yes)</text>
  <rect class="faint firing-area" x="200.9" width="127.4" y="28" height="130" fill="url(#firing)"/>
  <line class="grid" x1="48" y1="149" x2="583" y2="149"/>
  <line class="grid" x1="48" y1="37" x2="583" y2="37"/>
  <text class="muted" x="42" y="153" text-anchor="end">0</text>
  <text class="muted" x="42" y="41" text-anchor="end">1</text>
  <rect class="outline" x="48" width="535" y="28" height="130"/>
  <path class="good" d="M48 37L583 37"/>
  <path class="bad" d="M48 37L200.9 37L200.9 149L328.2 149L328.2 37L583 37"/>
  <line class="threshold" x1="48" y1="149" x2="583" y2="149"/>
  <line class="leader" x1="583" y1="37" x2="594" y2="37"/>
  <text x="597" y="41">ok 1</text>
  <line class="leader" x1="583" y1="149" x2="594" y2="142"/>
  <text x="597" y="146">fires at 0</text>
  <line class="leader" x1="583" y1="149" x2="594" y2="158"/>
  <text x="597" y="162">firing 0</text>
  <text class="muted" x="42" y="174" text-anchor="end">alert</text>
  <rect class="firing-state" x="200.9" width="127.4" y="164" height="12" fill="url(#firing)"/>
  <rect class="outline" x="48" width="535" y="164" height="12"/>
  <g>
    <line class="leader" x1="264.5" y1="176" x2="264.5" y2="184"/>
    <text class="strong" x="264.5" y="194" text-anchor="middle">firing</text>
  </g>
  <line class="axis" x1="48" y1="204" x2="583" y2="204"/>
  <line class="axis" x1="73.5" y1="204" x2="73.5" y2="208"/>
  <text class="muted" x="73.5" y="220" text-anchor="middle">−30 s</text>
  <line class="axis" x1="200.9" y1="204" x2="200.9" y2="208"/>
  <text class="muted" x="200.9" y="220" text-anchor="middle">0</text>
  <line class="axis" x1="328.2" y1="204" x2="328.2" y2="208"/>
  <text class="muted" x="328.2" y="220" text-anchor="middle">30 s</text>
  <line class="axis" x1="455.6" y1="204" x2="455.6" y2="208"/>
  <text class="muted" x="455.6" y="220" text-anchor="middle">60 s</text>
  <text class="muted" x="597" y="220">since it goes bad</text>
  <line class="bad" x1="6" y1="244" x2="34" y2="244"/>
  <text class="muted" x="40" y="248">what goes bad</text>
  <line class="good" x1="150.4" y1="244" x2="178.4" y2="244"/>
  <text class="muted" x="184.4" y="248">another instance, which stays healthy</text>
  <line class="threshold" x1="461.8" y1="244" x2="489.8" y2="244"/>
  <text class="muted" x="495.8" y="248">threshold</text>
  <rect class="firing-state" x="574.1" y="238" width="28" height="12" fill="url(#firing)"/>
  <text class="muted" x="608.1" y="248">firing</text>
</svg>
`);
});

test("a threshold, the limit and a series at one height are all seen: none of them covers another", () => {
  const [light] = themes;
  const style = light ? styleOf(light) : "";
  const look = (name: string) => {
    const [, width = "", dashes = ""] =
      new RegExp(`\\.${name}\\{[^}]*stroke-width:([\\d.]+);stroke-dasharray:([^}]*)`).exec(style) ?? [];
    return { width: Number(width), drawn: dashes.split(" ").map(Number) };
  };
  // What lies above is thinner, or leaves more free than it covers.
  for (const series of ["bad", "good"]) expect(look("threshold").width).toBeLessThan(look(series).width);
  const [dot = 0, free = 0] = look("limit").drawn;
  expect(dot).toBeLessThan(free);
  const file = filesOfEach(alertPictures, testedModel(model))["docs/alerts/pictures/Below-light.svg"] ?? "";
  const places = ['class="bad" d', 'class="threshold" x1', 'class="limit" x1'].map((text) =>
    file.indexOf(text),
  );
  expect(places[0]).toBeGreaterThan(0);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});
