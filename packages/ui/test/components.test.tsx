import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import * as ui from "../src/index.ts";
import * as sample from "./sample.tsx";

const html = (node: ReactNode) => renderToStaticMarkup(node);

/** The attributes of the first element that the pattern finds. */
function attributes(markup: string, opening: RegExp): Record<string, string> {
  const tag = opening.exec(markup)?.[0] ?? "";
  return Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}

/** A router's link, as far as these tests need one. */
function Router(props: { href: string; children?: ReactNode }) {
  return <a data-router="" {...props} />;
}

const count = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].length;

describe("a field is announced whole", () => {
  const common = { name: "cost", label: "Kostnad", hint: "I hela kronor", error: "Skriv en siffra", errorWord: "Fel:" };
  const controls: Record<string, [ReactNode, RegExp]> = {
    TextField: [<ui.TextField key="f" {...common} />, /<input[^>]*>/],
    NumberField: [<ui.NumberField key="f" {...common} />, /<input[^>]*>/],
    DateField: [<ui.DateField key="f" {...common} />, /<input[^>]*>/],
    TextArea: [<ui.TextArea key="f" {...common} />, /<textarea[^>]*>/],
    SelectField: [<ui.SelectField key="f" {...common} options={[{ value: "a", label: "A" }]} />, /<select[^>]*>/],
    CheckboxField: [<ui.CheckboxField key="f" {...common} />, /<input[^>]*>/],
  };
  test.each(Object.entries(controls))("%s: label, hint and error belong to the control", (name, [node, opening]) => {
    const markup = html(node);
    const control = attributes(markup, opening);
    expect(control).toMatchObject({ id: "cost", name: "cost", "aria-invalid": "true", "aria-describedby": "cost-hint cost-error" });
    if (name === "CheckboxField") expect(markup).toMatch(/<label class="tick"><input/);
    else expect(markup).toContain('<label for="cost">Kostnad</label>');
    expect(markup).toMatch(/id="cost-hint">I hela kronor/);
    expect(markup).toMatch(/id="cost-error"><svg.*?aria-hidden="true".*?<span class="vh">Fel: <\/span>Skriv en siffra/);
  });
  test("a field without hint and error carries neither attribute", () => {
    const control = attributes(html(<ui.TextField name="a" label="A" />), /<input[^>]*>/);
    expect(control).not.toHaveProperty("aria-describedby");
    expect(control).not.toHaveProperty("aria-invalid");
  });
  test("the unit is read with the number, and the keyboard has the comma only when decimals are allowed", () => {
    const markup = html(<ui.NumberField name="m" label="Restid" unit="minuter" />);
    expect(attributes(markup, /<input[^>]*>/)).toMatchObject({ type: "text", inputMode: "numeric", "aria-describedby": "m-unit" });
    expect(markup).toContain('id="m-unit">minuter');
    expect(attributes(html(<ui.NumberField name="m" label="Restid" decimals />), /<input[^>]*>/)).toMatchObject({ inputMode: "decimal" });
  });
  test("radios stand in a fieldset with legend, share a name, and one is chosen", () => {
    const markup = html(
      <ui.RadioGroupField
        {...common}
        options={[
          { value: "a", label: "A" },
          { value: "b", label: "B", hint: "Mer" },
        ]}
        defaultValue="b"
      />,
    );
    expect(attributes(markup, /<fieldset[^>]*>/)).toMatchObject({ id: "cost", "aria-describedby": "cost-hint cost-error" });
    expect(markup).toContain("<legend>Kostnad</legend>");
    expect(count(markup, /type="radio"[^>]*name="cost"/g)).toBe(2);
    expect(count(markup, /checked=""/g)).toBe(1);
    expect(markup).toMatch(/id="cost-1"[^>]*checked=""/);
  });
});

describe("ErrorSummary", () => {
  test("is announced at once, can take focus, and leads to the fields", () => {
    const markup = html(
      <ui.ErrorSummary
        title="Två saker"
        errors={[
          { fieldId: "cost", message: "Skriv kostnaden" },
          { fieldId: "q-0", message: "Välj" },
        ]}
      />,
    );
    expect(attributes(markup, /<div[^>]*>/)).toMatchObject({ role: "alert", tabindex: "-1", "aria-labelledby": "errors-h" });
    expect(markup).toContain('<a href="#cost">Skriv kostnaden</a>');
    expect(markup).toContain('<a href="#q-0">Välj</a>');
  });
  test("is nothing when nothing is wrong", () => expect(html(<ui.ErrorSummary title="x" errors={[]} />)).toBe(""));
});

describe("Scale", () => {
  const scale = (
    <ui.Scale
      name="q"
      label="Påstående"
      steps={sample.steps}
      ends={["Inte alls", "Helt"]}
      unknown={{ value: "unknown", label: "Vet inte" }}
      party="industry"
      defaultValue="2"
      error="Välj ett svar"
      required
    />
  );
  const markup = html(scale);
  test("is six native radios of one name with the ends read on the outer steps", () => {
    expect(count(markup, /type="radio"[^>]*name="q"/g)).toBe(6);
    expect(count(markup, /checked=""/g)).toBe(1);
    expect(markup).toMatch(/<span>1<span class="vh"> Inte alls<\/span><\/span>/);
    expect(markup).toMatch(/<span>5<span class="vh"> Helt<\/span><\/span>/);
    expect(markup).toContain('class="scale p-f field-bad"');
  });
  test("has its error above the legend and tied to the group", () => {
    expect(markup.indexOf("Välj ett svar")).toBeLessThan(markup.indexOf("<legend>"));
    expect(attributes(markup, /<fieldset[^>]*>/)["aria-describedby"]).toBe("q-error");
  });
});

describe("Path", () => {
  const markup = html(
    <ui.Path label="Vägen" stations={sample.stations} current="situation" stateWords={sample.stateWords} summary="Steg 3 av 7" />,
  );
  test("marks the page one is on and says every state in words", () => {
    expect(count(markup, /aria-current="page"/g)).toBe(1);
    expect(markup).toMatch(/href="#3" aria-current="page"/);
    for (const word of ["klart", "pågår", "kommer", "väntar på något"]) expect(markup).toContain(`, ${word}. `);
    expect(markup).toContain('<p class="path-here small">Steg 3 av 7</p>');
  });
  test("a station that leads nowhere is text", () => {
    expect(count(markup, /<a /g)).toBe(6);
    expect(markup).toMatch(/<li class="blocked"><span class="path-stop">/);
  });
  test("links can be a router's", () => {
    expect(
      count(html(<ui.Path label="V" stations={sample.stations} stateWords={sample.stateWords} summary="" link={Router} />), /data-router/g),
    ).toBe(6);
  });
  test("as dots every station is drawn once", () => {
    const dots = html(<ui.PathDots states={["done", "done", "now", "next", "blocked"]} />);
    expect(count(dots, /a6 6 0 1 1 12/g) + count(dots, /a5.5 5.5 0 1 1 11/g) + count(dots, /a5 5 0 1 1 10/g)).toBe(5);
  });
});

describe("NextStep", () => {
  test("whoever waits for someone else sees who and since when, and no button", () => {
    const markup = html(
      <ui.NextStep kind="waiting" say="Kommunen ska svara." party="municipality" who="Avesta kommun" since="sedan 16 nov. 2026" />,
    );
    expect(markup).toMatch(/Avesta kommun.*sedan 16 nov. 2026/);
    expect(markup).not.toMatch(/<button|<a /);
  });
  test("my own has its one action", () =>
    expect(
      html(
        <ui.NextStep
          kind="mine"
          say="Svara."
          action={
            <ui.LinkButton variant="go" href="#a">
              Svara
            </ui.LinkButton>
          }
        />,
      ),
    ).toContain('class="btn btn-go"'));
});

describe("Button", () => {
  test("busy keeps both labels in place, keeps focus, and does not submit", () => {
    const markup = html(
      <ui.Button type="submit" busy busyLabel="Sparar…">
        Spara
      </ui.Button>,
    );
    expect(attributes(markup, /<button[^>]*>/)).toMatchObject({ type: "button", "aria-disabled": "true" });
    expect(markup).not.toContain('disabled=""');
    expect(markup).toContain('<span class="btn-label">Spara</span><span class="btn-busy">Sparar…</span>');
  });
  test("at rest it submits when asked to", () =>
    expect(attributes(html(<ui.Button type="submit">Spara</ui.Button>), /<button[^>]*>/)).toEqual({ type: "submit", class: "btn" }));
});

describe("keys", () => {
  const sides: ui.KeySides = [
    { party: "municipality", turned: false, label: "Kommunen har inte vridit om" },
    { party: "industry", turned: true, label: "Industrin har vridit om" },
  ];
  test("both stand side by side, the municipality's first, in pictures and words", () => {
    for (const node of [
      <ui.Keys key="k" sides={sides} />,
      <ui.Keys key="s" sides={sides} size="small" />,
      <ui.Lock key="l" sides={sides} />,
    ]) {
      const markup = html(node);
      expect(markup.indexOf("Kommunen har inte")).toBeGreaterThan(-1);
      expect(markup.indexOf("Kommunen har inte")).toBeLessThan(markup.indexOf("Industrin har"));
      expect(count(markup, /key-svg/g)).toBe(2);
      expect(count(markup, /key-on/g)).toBe(1);
    }
  });
  test("small ones are images with a name, since no words stand beside", () =>
    expect(count(html(<ui.Keys sides={sides} size="small" />), /role="img" aria-label=/g)).toBe(2));
});

describe("DataTable", () => {
  const table = {
    caption: "Bidrag",
    columns: [
      { key: "p", label: "Part" },
      { key: "k", label: "Kronor", align: "end" as const },
      { key: "s", label: "Läge", cardLabel: false as const, hideLabel: true },
    ],
    rows: [{ key: "1", cells: ["Kommunen", "40 000", "Klar"] }],
  };
  test("has a caption, and headings with a scope for columns and rows", () => {
    const markup = html(<ui.DataTable {...table} />);
    expect(markup).toContain("<caption>Bidrag</caption>");
    expect(count(markup, /scope="col"/g)).toBe(3);
    expect(markup).toContain('<th scope="row">Kommunen</th>');
    expect(markup).toContain('<td class="r">40 000</td>');
    expect(markup).not.toContain("role=");
  });
  test("as blocks it stays a table for screen readers and labels its values", () => {
    const markup = html(<ui.DataTable {...table} cards />);
    for (const role of ["table", "rowgroup", "row", "columnheader", "rowheader", "cell"]) expect(markup).toContain(`role="${role}"`);
    expect(markup).toContain('<td class="r" data-l="Kronor" role="cell">40 000</td>');
    expect(markup).toContain('<td role="cell">Klar</td>');
  });
  test("empty, it says what to do next", () =>
    expect(html(<ui.DataTable {...table} rows={[]} empty="Lägg till en åtgärd." />)).toContain(
      '<td colSpan="3">Lägg till en åtgärd.</td>',
    ));
});

describe("Figure", () => {
  const markup = html(
    <ui.Figure
      say="Ni är eniga."
      twin={{ summary: "Visa som tabell", table: { caption: "Betyg", columns: [{ key: "a", label: "Område" }], rows: [] } }}
      source="SCB 2024"
    >
      <ui.Wheel groups={sample.wheelGroups} />
    </ui.Figure>,
  );
  test("is sentence, drawing, twin, source, in this order", () => {
    const order = ["<figcaption", '<div class="chart"', '<details class="twin"', 'class="src"'].map((part) => markup.indexOf(part));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
  });
  test("hides the drawing from screen readers and names the table that scrolls", () => {
    expect(markup).toContain('<div class="chart" aria-hidden="true">');
    expect(markup).toContain('tabindex="0" aria-label="Betyg"');
  });
});

describe("two versions", () => {
  test("a proposal strikes what changes and says what does not", () => {
    const markup = html(
      <ui.Diff
        words={{ caption: "Före och efter", field: "Uppgift", before: "I dag", after: "Om båda vrider om", same: "ingen ändring" }}
        rows={[
          { key: "1", field: "Start", before: "2028", after: "2027", changed: true },
          { key: "2", field: "Ansvarig", before: "Eva", after: "Eva", changed: false },
        ]}
      />,
    );
    expect(markup).toContain("<td><del>2028</del></td><td><ins>2027</ins></td>");
    expect(markup).toContain("<td>Eva</td><td>Eva, ingen ändring</td>");
  });
  test("a conflict shows both and says in words where they differ", () => {
    const markup = html(
      <ui.Conflict
        words={{ caption: "Två versioner", field: "Uppgift", mine: "Din version", saved: "Den sparade versionen", differs: "Skiljer sig" }}
        rows={[
          { key: "1", field: "Kostnad", mine: "300", saved: "450", differs: true },
          { key: "2", field: "Titel", mine: "Buss", saved: "Buss", differs: false },
        ]}
      />,
    );
    expect(markup).toContain("<ins>300</ins>");
    expect(markup).toContain("<del>450</del>");
    expect(count(markup, /Skiljer sig/g)).toBe(1);
  });
});

describe("small parts", () => {
  test("status has sign and words", () =>
    expect(html(<ui.Status tone="wait">Väntar</ui.Status>)).toMatch(
      /class="status s-wait"><svg.*aria-hidden="true".*<span>Väntar<\/span>/,
    ));
  test("filters mark the current one", () =>
    expect(
      count(
        html(
          <ui.Filters
            label="Visa"
            items={[
              { href: "?a", label: "Alla 8", current: true },
              { href: "?b", label: "Mina" },
            ]}
          />,
        ),
        /aria-current="true"/g,
      ),
    ).toBe(1));
  test("a section is named by its heading", () =>
    expect(
      html(
        <ui.Section id="x" title="Spegeln">
          …
        </ui.Section>,
      ),
    ).toMatch(/<section class="section" id="x" aria-labelledby="x-h">.*<h2 id="x-h">Spegeln/));
  test("the saved status is a live region before it has words", () =>
    expect(html(<ui.SavedStatus state="idle" />)).toBe('<p class="saved" role="status"></p>'));
  test("progress fills as many shapes as are done", () => {
    const markup = html(<ui.ProgressMarks party="residents" total={13} done={3} label="3 av 13 delar klara" />);
    expect(markup).toContain('role="img" aria-label="3 av 13 delar klara"');
    expect(count(attributes(markup, /<path class="m-i"[^>]*>/)["d"] ?? "", /M/g)).toBe(3);
    expect(count(attributes(markup, /<path class="todo"[^>]*>/)["d"] ?? "", /M/g)).toBe(10);
  });
  test("ten blocks are ten", () => {
    const markup = html(<ui.TenBlocks filled={9}>Står sig i 9 av 10 viktningar</ui.TenBlocks>);
    expect(count(markup, /h7v12h-7z/g)).toBe(10);
    expect(markup).toContain("Står sig i 9 av 10 viktningar");
  });
  test("the strip has a bar for each similar place that has a value, and its ends in words", () => {
    const markup = html(
      <ui.Strip values={[1, 2, null, 4]} place={{ label: "Avesta", value: 3 }} ends={["Lägst 1", "Högst 4"]}>
        Näst högst.
      </ui.Strip>,
    );
    expect(count(markup, /class="iv-x"/g)).toBe(3);
    expect(count(markup, /class="iv-p"/g)).toBe(1);
    expect(markup).toMatch(/Lägst 1.*Högst 4.*Näst högst\./);
    expect(html(<ui.Strip values={[1, 2]} place={{ label: "Avesta", value: null }} ends={["", ""]} />)).not.toContain("Avesta");
    expect(html(<ui.Strip values={[]} place={{ label: "Avesta", value: null }} ends={["", ""]} />)).not.toContain("NaN");
  });
  test("the time bar clamps to its span and carries its words", () => {
    const markup = html(
      <ui.TimelineBar span={[0, 24]} planned={[12, 40]} proposed={[7, 24]} marks={[12]}>
        jan. 2028
      </ui.TimelineBar>,
    );
    expect(markup).toContain('<rect class="m-p" x="50%" width="49.6%"');
    expect(markup).toContain("jan. 2028");
  });
  test("coverage of nothing is empty, not broken", () =>
    expect(
      html(
        <ui.CoverageBar done={0} total={0}>
          0 av 0
        </ui.CoverageBar>,
      ),
    ).toContain('width="0%"'));
  test("a legend takes parties, ways of drawing, and elements", () => {
    const markup = html(
      <ui.Legend
        items={[
          { mark: "municipality", label: "Kommunen" },
          { mark: "not_shown", label: "Visas inte" },
          { mark: <ui.KeyIcon party="industry" turned />, label: "Vriden" },
        ]}
      />,
    );
    expect(count(markup, /<svg/g)).toBe(3);
  });
  test("a dialog is opened by a command and closed by a form", () => {
    const markup = html(
      <>
        <ui.DialogButton dialogId="d">Öppna</ui.DialogButton>
        <ui.Dialog id="d" title="Titel" closeLabel="Stäng">
          …
        </ui.Dialog>
      </>,
    );
    expect(markup).toContain('command="show-modal" commandfor="d"');
    expect(markup).toMatch(/<dialog class="dialog" id="d" aria-labelledby="d-h">.*<form class="actions" method="dialog"/);
  });
});
