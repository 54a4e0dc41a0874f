import { accessible, accessibleOpened } from "./accessible.ts";
import { test } from "./fixtures.ts";
import { placePages } from "./place-pages.ts";
import { demoPlace } from "./town.ts";

// The example's place is only looked at here: nothing of it is changed.
const email = "karin.lindqvist@demo.example";
const pages = ["overview", "profile", "assessment", "answerStep", "situation", "advice", "plan", "package"] as const;

test("pages of a place hold in dark colours, with all that can be opened open", async ({ stage, visit }) => {
  const { placeId, actionId } = await demoPlace(stage, email);
  const page = await visit({ email, colorScheme: "dark" });
  for (const path of ["/mina-platser", ...pages.map((name) => placePages[name](placeId)), `${placePages.plan(placeId)}/${actionId}`]) {
    await page.goto(path);
    await accessibleOpened(page);
  }
});

test("pages of a place hold in forced colours", async ({ stage, visit }) => {
  const { placeId } = await demoPlace(stage, email);
  const page = await visit({ email, forcedColors: "active" });
  for (const name of ["overview", "answerStep", "situation", "plan"] as const) {
    await page.goto(placePages[name](placeId));
    await accessible(page);
  }
});

test("public pages hold in dark and in forced colours", async ({ visit }) => {
  for (const look of [{ colorScheme: "dark" }, { forcedColors: "active" }, { colorScheme: "dark", forcedColors: "active" }] as const) {
    const page = await visit(look);
    for (const path of ["/", "/metoden", "/logga-in?fel=adress"]) {
      await page.goto(path);
      await accessible(page);
    }
    await page.close();
  }
});
