// Runbooks that cannot be. Each line under a `@ts-expect-error` must not compile.
import { question, runbook } from "../../generators/language/runbook.ts";
import { errorRate5m, app } from "../language/example-metrics.ts";

const words = { asks: "Is it so?", means: "Yes, or no." };
const isIt = question(errorRate5m, words);
const texts = { title: "It", pattern: "One sees it." } as const;
const whole = { ...texts, questions: [isIt], causes: ["This."], actions: ["That."], alerts: [] } as const;
runbook(whole);

// @ts-expect-error a counter means something only by its growth
question(app.http_requests_total, words);
// @ts-expect-error PromQL as bare text
question("up == 0", words);
// @ts-expect-error an answer without its meaning
question(errorRate5m, { asks: "Is it so?" });
// @ts-expect-error a meaning without its question
question(errorRate5m, { means: "Yes, or no." });
// @ts-expect-error nothing tells it apart
runbook({ ...whole, questions: [] });
// @ts-expect-error a bare expression does not say what it asks
runbook({ ...whole, questions: [errorRate5m] });
// @ts-expect-error nothing to do
runbook({ ...whole, actions: [] });
// @ts-expect-error it comes from nowhere
runbook({ ...whole, causes: [] });
// @ts-expect-error an alert by its name
runbook({ ...whole, alerts: ["ShopDown"] });
// @ts-expect-error nobody said whether an alert leads here
runbook({ ...texts, questions: [isIt], causes: ["This."], actions: ["That."] });
