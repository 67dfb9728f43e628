import { filesOfEach } from "../../generators/output.ts";
import { alertCards } from "../../generators/targets/docs/alert-cards.ts";
import type { AlertModel } from "../../generators/model/rule-model.ts";
import type { Model } from "../../generators/model/model.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { smallModel } from "./small-model.ts";
import { alertModel } from "./small-rules.ts";

/** The card of one alert. */
export function card(parts: Partial<AlertModel> = {}, model: Partial<Model> = {}): string {
  return (
    filesOfEach(alertCards, testedModel(smallModel({ alerts: [alertModel(parts)], ...model })))[
      "docs/alerts/ShopDown.md"
    ] ?? ""
  );
}

/** What stands below a heading, up to the next. */
export function section(page: string, title: string): string | undefined {
  return page
    .split(/^#+ /m)
    .find((part) => part.startsWith(`${title}\n\n`))
    ?.slice(title.length + 2)
    .trimEnd();
}
