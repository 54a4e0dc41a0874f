import type { ReactNode } from "react";
import * as ui from "../src/index.ts";
import * as sample from "./sample.tsx";

const { Section, Figure, Legend, PartyName } = ui;

const keySides: ui.KeySides = [
  { party: "municipality", turned: false, label: "Er nyckel väntar", detail: "Förslaget väntar" },
  { party: "industry", turned: true, label: "Industrin har vridit om", detail: "Jonas Hedman, 21 nov. 2026" },
];

const parties = { municipality: "Kommunen", industry: "Industrin", residents: "Invånarna" };
const twin = (table: ui.TableData) => ({ summary: "Visa som tabell", table });

function Shell({ children, demo = true }: { readonly children: ReactNode; readonly demo?: boolean }) {
  return (
    <>
      <ui.SkipLink href="#innehall">Till innehållet</ui.SkipLink>
      <ui.Masthead
        home={{ href: "#", label: "Hållbara Platser" }}
        navLabel="Huvudmeny"
        links={[
          { href: "#a", label: "Mina platser", current: true },
          { href: "#b", label: "Metoden" },
          { href: "#c", label: "Hjälp" },
        ]}
        who={
          <>
            <ui.PartyMark party="municipality" className="inline" />
            <span>
              Karin Lindqvist<span className="who-long">, Avesta kommun</span>
            </span>
          </>
        }
      />
      {demo ? (
        <ui.DemoNote label="Om exemplet" strong="Demosvar.">
          Öppna data är verkliga. Svar, personer, bolag och beslut är påhittade.
        </ui.DemoNote>
      ) : null}
      <main id="innehall">{children}</main>
      <ui.Footer
        title="Hållbara Platser"
        text="Ett arbetssätt för orter där industrin och kommunen behöver varandra."
        columns={[
          [
            { href: "#1", label: "Så räknar vi" },
            { href: "#2", label: "Hjälp och kontakt" },
            { href: "#3", label: "Tillgänglighet" },
          ],
          [
            { href: "#4", label: "Dina uppgifter" },
            { href: "#5", label: "Öppna data och källor" },
            { href: "#6", label: "In English", lang: "en" },
          ],
        ]}
      />
    </>
  );
}

function Head({ title, current, outline }: { readonly title: string; readonly current?: string; readonly outline?: ui.Outline }) {
  return (
    <ui.PageHead crumb={<a href="#plats">Avesta</a>} title={title} outline={outline}>
      <ui.Path
        label="Vägen för Avesta"
        stations={sample.stations}
        current={current}
        stateWords={sample.stateWords}
        summary={
          <>
            Steg 3 av 7: <strong>Nuläge</strong>. Publicerat 18 nov. 2026.
          </>
        }
      />
    </ui.PageHead>
  );
}

const fields: ui.MatrixFields = {
  topLeft: "Prioritera",
  topRight: "Bevara",
  bottomLeft: "Förbättra om möjligt",
  bottomRight: "Lägre prioritet",
};

const situation = (wheel: readonly ui.WheelGroup[], dumbbell: readonly ui.DumbbellGroup[]) => (
  <Shell>
    <Head title="Nuläge" current="situation" />
    <div className="wrap">
      <Section
        id="spegel"
        title="Spegeln"
        side={<p>14 svar från kommunen, 11 från industrin och 186 från invånarna. Mätningen stängde 12 nov. 2026.</p>}
      >
        <div className="cols cols-2-1">
          <p className="say say-3xl">Ni är eniga om skolan, men industrin ser boendet 24 poäng lägre än kommunen.</p>
          <ui.KeyFigure label="Samsynsindex" value="89">
            100 betyder att kommunen och industrin ser allt lika. Med osäkerhet 85–92. <a href="#s">Så är talet räknat</a>
          </ui.KeyFigure>
        </div>
      </Section>
      <Section
        id="hjulet"
        title="Tretton områden"
        side={
          <>
            <Legend
              items={[
                { mark: "municipality", label: "Kommunen" },
                { mark: "industry", label: "Industrin" },
                { mark: "residents", label: "Invånarna" },
              ]}
            />
            <Legend
              items={[
                { mark: "mean", label: "Platsens medel" },
                { mark: "uncertain", label: "Osäkert" },
                { mark: "interval", label: "95 procents intervall" },
                { mark: "not_shown", label: "Visas inte" },
              ]}
            />
            <p>Längre ut är högre betyg. Få svar ger långa streck.</p>
          </>
        }
      >
        <Figure
          say="Natur och fritid får högst betyg av alla tre. Boende, centrum och resor ligger lägst."
          twin={twin(
            ui.wheelTwin(
              wheel,
              { caption: "Betyg 0–100 per part med 95 procents osäkerhet", area: "Område", parties, place: "Platsen" },
              sample.format,
            ),
          )}
        >
          <ui.Wheel groups={wheel} />
        </Figure>
      </Section>
      <Section
        id="skillnader"
        title="Kommun och industri"
        side={
          <Legend
            items={[
              { mark: "municipality", label: "Kommunen" },
              { mark: "industry", label: "Industrin" },
              { mark: "bands", label: "Osäkert" },
            ]}
          />
        }
      >
        <Figure
          say="I två områden är glappet över 20 poäng, och båda handlar om att komma som ny."
          twin={twin(
            ui.dumbbellTwin(
              dumbbell,
              {
                caption: "Skillnad mellan industri och kommun, störst först",
                area: "Område",
                a: "Kommunen",
                b: "Industrin",
                gap: "Skillnad",
                state: "Läge",
                states: ["Glapp", "Nyansskillnad", "Samsyn"],
              },
              sample.format,
            ),
          )}
        >
          <ui.Dumbbell groups={dumbbell} gapLabel="Skillnad" />
        </Figure>
      </Section>
      <Section
        id="prio"
        title="Vad väger tyngst?"
        side={
          <Legend
            items={[
              { mark: "certain", label: "Säkert fält" },
              { mark: "uncertain_field", label: "Osäkert fält" },
            ]}
          />
        }
      >
        <Figure
          say="Boende, kompetens och välkomnande är viktiga för er och får låga betyg."
          twin={twin(
            ui.matrixTwin(
              sample.matrixPoints,
              { caption: "Betyg och vikt", area: "Område", x: "Betyg", y: "Vikt 1–5", field: "Fält" },
              (point) => (point.certain ? "Säkert" : "Osäkert"),
              { x: String, y: String, missing: "–" },
            ),
          )}
        >
          <ui.PriorityMatrix
            points={sample.matrixPoints}
            split={sample.matrixSplit}
            fields={fields}
            axes={{ xLow: "Lägre betyg", xHigh: "Högre betyg →", yHigh: "↑ Viktigare" }}
          />
        </Figure>
      </Section>
      <Section
        id="fakta"
        title="Upplevt och fakta"
        side={
          <Legend
            items={[
              { mark: "perceived", label: "Upplevt, alla parter" },
              { mark: "facts", label: "Fakta" },
            ]}
          />
        }
      >
        <Figure
          say="Ni ser jobben och skolan ljusare än måtten gör. I de andra områdena är skillnaden under 25 poäng."
          twin={twin(
            ui.perceivedTwin(
              sample.perceivedRows,
              { caption: "Upplevt betyg och faktaindex", area: "Område", perceived: "Upplevt", fact: "Fakta", difference: "Skillnad" },
              sample.format,
            ),
          )}
          source="Arbete: N03937 2024 och N00905 2024. Egen bearbetning av data från Kolada."
        >
          <ui.PerceivedVsFact rows={sample.perceivedRows} />
        </Figure>
      </Section>
      <Section id="vidare" title="Nästa steg">
        <ui.NextStep
          kind="mine"
          say="Prata om boendet först. Där är det viktigt för båda och bilderna går mest isär."
          action={
            <ui.LinkButton variant="go" href="#rad">
              Till råden
            </ui.LinkButton>
          }
        />
      </Section>
    </div>
  </Shell>
);

const gappyDumbbell: readonly ui.DumbbellGroup[] = sample.dumbbellGroups.map((group, index) =>
  index !== 2
    ? group
    : {
        ...group,
        rows: group.rows.map((row, i) =>
          i === 0
            ? { ...row, b: null, gap: "", note: "Industrin: färre än fem svar" }
            : i === 1
              ? { ...row, a: null, b: null, gap: "", note: "Färre än fem svar" }
              : row,
        ),
      },
);

const planRow = (
  key: string,
  title: string,
  who: string,
  sides: ui.KeySides,
  bar: ReactNode,
  a: string,
  b: string,
  status?: ReactNode,
): ui.TableRow => ({
  key,
  cells: [
    <>
      {title}
      <span className="sub">{who}</span>
      {status}
    </>,
    <ui.Keys key="k" sides={sides} size="small" />,
    bar,
    a,
    b,
  ],
});

const turned: ui.KeySides = [
  { party: "municipality", turned: true, label: "Kommunen har vridit om" },
  { party: "industry", turned: true, label: "Industrin har vridit om" },
];

const plan = (
  <Shell>
    <Head
      title="Gemensam plan"
      current="plan"
      outline={{
        viewBox: "0 0 200 170",
        path: "M52.5 167.0L42.2 161.6L46.8 139.7L29.8 128.9L15.4 127.2L6.5 105.3L19.8 91.6L24.3 71.8L40.7 72.8L54.5 78.4L70.0 70.6L90.7 52.7L82.9 38.1L91.7 13.9L108.6 3.0L139.8 12.0L155.4 24.6L157.8 44.3L168.6 50.5L171.8 80.1L193.5 100.0L153.5 102.1L139.1 108.2L139.0 124.7L113.7 141.1L102.3 162.1z",
      }}
    />
    <div className="wrap">
      <Section
        id="forslag"
        title="Ett förslag väntar"
        side={
          <>
            <p>
              <PartyName party="industry">Jonas Hedman</PartyName>, 21 nov. 2026 kl. 16.20
            </p>
            <p>”Vi anställer 25 skiftarbetare i augusti. Fem av dem har små barn.”</p>
          </>
        }
      >
        <div className="stack-8">
          <p className="say">Starta barnomsorg på obekväm tid i augusti 2027. Industrin betalar mellanskillnaden.</p>
          <ui.Diff
            words={{
              caption: "Före och efter",
              field: "Uppgift",
              before: "Planen i dag",
              after: "Om båda vrider om",
              same: "ingen ändring",
            }}
            rows={[
              { key: "start", field: "Start", before: "Januari 2028", after: "Augusti 2027", changed: true },
              { key: "cost", field: "Kostnad", before: "1 100 000 kr", after: "1 560 000 kr", changed: true },
              {
                key: "k",
                field: <PartyName party="municipality">Kommunen</PartyName>,
                before: "1 100 000 kr",
                after: "1 100 000 kr",
                changed: false,
              },
              { key: "f", field: <PartyName party="industry">Industrin</PartyName>, before: "0 kr", after: "460 000 kr", changed: true },
            ]}
          />
          <div className="cols cols-wide cols-end">
            <ui.Lock sides={keySides} />
            <div className="stack">
              <p className="small muted">
                Planen i dag gäller tills båda har vridit om. Du kan ångra fram till dess att båda har gjort det.
              </p>
              <div className="actions">
                <ui.Button variant="go" busyLabel="Vrider om…">
                  Vrid om kommunens nyckel
                </ui.Button>
                <ui.Button>Föreslå något annat</ui.Button>
                <ui.Button variant="quiet">Säg nej</ui.Button>
              </div>
            </div>
          </div>
        </div>
      </Section>
      <Section
        id="atg"
        title="Sju åtgärder"
        side={
          <>
            <Legend
              items={[
                { mark: <ui.KeyIcon party="municipality" turned />, label: "Kommunen har vridit om" },
                { mark: <ui.KeyIcon party="industry" turned />, label: "Industrin har vridit om" },
                { mark: <ui.KeyIcon party="municipality" turned={false} />, label: "Nyckeln väntar" },
              ]}
            />
            <Legend
              items={[
                { mark: "planned", label: "I planen" },
                { mark: "proposed", label: "Föreslagen tid" },
              ]}
            />
            <ui.Filters
              label="Visa planen som"
              items={[
                { href: "#t", label: "Tabell", current: true },
                { href: "#b", label: "Tavla" },
                { href: "#l", label: "Tidslinje" },
              ]}
            />
          </>
        }
      >
        <ui.DataTable
          cards
          hideCaption
          caption="Planens åtgärder"
          columns={[
            { key: "t", label: "Åtgärd och ansvarig" },
            { key: "n", label: "Nycklar" },
            { key: "time", label: <ui.TimelineHead labels={["2027", "2028"]} /> },
            {
              key: "k",
              label: (
                <>
                  <PartyName party="municipality">Kommunen</PartyName>, kr
                </>
              ),
              align: "end",
              cardLabel: "Kommunen",
              nowrap: true,
            },
            {
              key: "f",
              label: (
                <>
                  <PartyName party="industry">Industrin</PartyName>, kr
                </>
              ),
              align: "end",
              cardLabel: "Industrin",
              nowrap: true,
            },
          ]}
          rows={[
            planRow(
              "1",
              "Samsynsverkstad om de största glappen",
              "Karin Lindqvist och Jonas Hedman",
              turned,
              <ui.TimelineBar span={[0, 24]} planned={[0, 3]} marks={[12]}>
                jan. 2027 till mars 2027
              </ui.TimelineBar>,
              "40 000",
              "40 000",
            ),
            planRow(
              "3",
              "Barnomsorg på obekväm tid",
              "Eva Norrman",
              keySides,
              <ui.TimelineBar span={[0, 24]} planned={[12, 24]} proposed={[7, 24]} marks={[12]}>
                jan. 2028 till dec. 2028
              </ui.TimelineBar>,
              "1 100 000",
              "0",
              <ui.Status tone="wait">Ändring väntar på kommunen</ui.Status>,
            ),
            { key: "sum", tone: "sum", cells: ["Summa 2027–2028", "", "", "1 975 000", "1 075 000"] },
          ]}
        />
      </Section>
      <Section
        id="led"
        title="Bidrag"
        side={
          <Legend
            items={[
              { mark: "planned_parties", label: "I planen" },
              { mark: "proposed", label: "Föreslaget" },
              { mark: "carried_out", label: "Utfört" },
            ]}
          />
        }
      >
        <Figure
          say="Kommunen bär 65 procent av pengarna. Med industrins förslag blir det 56."
          twin={twin(
            ui.contributionTwin(
              sample.contributionGroups,
              { caption: "Bidrag 2027–2028", party: "Part", planned: "I planen", proposed: "Föreslaget", done: "Utfört" },
              sample.format,
            ),
          )}
        >
          <ui.ContributionBars groups={sample.contributionGroups} />
        </Figure>
      </Section>
      <Section id="krock" title="Planen ändrades" side={<p>Någon sparade medan du skrev.</p>}>
        <ui.Conflict
          words={{
            caption: "Två versioner",
            field: "Uppgift",
            mine: "Din version",
            saved: "Den sparade versionen, Jonas Hedman 14.02",
            differs: "Skiljer sig",
          }}
          rows={[
            { key: "1", field: "Titel", mine: "Skiftanpassade bussturer", saved: "Skiftanpassade bussturer", differs: false },
            { key: "2", field: "Kostnad", mine: "300 000 kr", saved: "450 000 kr", differs: true },
            { key: "3", field: "Slut", mine: "31 dec. 2028", saved: "30 juni 2028", differs: true },
          ]}
        >
          <p className="actions">
            <ui.Button variant="plain">Spara min version</ui.Button>
            <ui.Button variant="quiet">Behåll den sparade</ui.Button>
          </p>
        </ui.Conflict>
      </Section>
    </div>
  </Shell>
);

const start = (
  <Shell demo={false}>
    <div className="wrap hero">
      <h1>Se orten med varandras ögon</h1>
      <p className="lead">
        I en bruksort behöver kommunen och industrin varandra för att fler ska vilja flytta dit och stanna. Här bedömer ni orten var för
        sig, ser var ni är överens och gör en plan som ändras bara när båda vrider om sin nyckel.
      </p>
      <p className="actions">
        <ui.LinkButton variant="go" href="#1">
          Börja med er ort
        </ui.LinkButton>
        <ui.LinkButton href="#2">Se ett exempel: Avesta</ui.LinkButton>
      </p>
    </div>
    <ui.Frieze label="Bruksort i enkla former" />
    <div className="wrap">
      <Section id="roster" title="Tre röster om samma ort">
        <div className="cols">
          {(["municipality", "industry", "residents"] as const).map((party) => (
            <div className="stack voice" key={party}>
              <ui.PartyMark party={party} />
              <h3>{parties[party]}</h3>
              <p>Politiker, förvaltning och kommunala bolag. De ser skolan, bostäderna, vägarna och budgeten.</p>
            </div>
          ))}
        </div>
      </Section>
      <Section id="vagen" title="Vägen i sju steg" side={<p>Räkna med tre månader från profil till beslut.</p>}>
        <ol className="steps">
          {sample.stations.map((station) => (
            <li key={station.id}>
              <h3>{station.name}</h3>
              <p>Kommunen och industrin beskriver ortens förutsättningar. Ni rättar det som inte stämmer.</p>
            </li>
          ))}
        </ol>
      </Section>
    </div>
  </Shell>
);

const statements = [
  "En nyanställd kan hitta en bra bostad inom tre månader.",
  "Bostäderna passar olika livssituationer, till exempel hyresrätt, villa och tillgängligt boende.",
];

const answer = (
  <>
    <ui.Masthead home={{ href: "#", label: "Hållbara Platser" }} navLabel="Huvudmeny" links={[]} narrow />
    <ui.DemoNote label="Om exemplet" strong="Demoenkät." narrow>
      Inga svar sparas.
    </ui.DemoNote>
    <main className="phone" style={{ paddingBlock: "1.5rem 4rem" }}>
      <p className="small muted">Att bo i Avesta. Del 4 av 13, ungefär 6 minuter kvar.</p>
      <ui.ProgressMarks party="residents" total={13} done={3} current={3} label="3 av 13 delar klara" />
      <h1>Bostäder och boendemiljö</h1>
      <form className="stack-8" style={{ marginTop: "2rem" }}>
        <ui.ErrorSummary
          title="Ett svar saknas"
          errors={[{ fieldId: "q0-0", message: "Svara på om en nyanställd kan hitta en bra bostad" }]}
        />
        {statements.map((statement, index) => (
          <ui.Scale
            key={statement}
            name={`q${index}`}
            label={statement}
            steps={sample.steps}
            ends={["Stämmer inte alls", "Stämmer helt"]}
            unknown={{ value: "unknown", label: "Vet inte, kan inte bedöma" }}
            party={index === 0 ? "residents" : "industry"}
            defaultValue={index === 0 ? undefined : "3"}
            error={index === 0 ? "Välj 1 till 5, eller ”Vet inte”" : undefined}
          />
        ))}
        <ui.Scale
          name="w"
          label="Hur viktigt är boendet för att du ska vilja bo kvar?"
          steps={sample.steps}
          ends={["Inte viktigt", "Mycket viktigt"]}
          party="municipality"
          defaultValue="5"
        />
        <div className="stack">
          <ui.Button type="submit" variant="go" wide busyLabel="Sparar…">
            Nästa: Vardagsservice och vård
          </ui.Button>
          <ui.SavedStatus state="saved">Sparat 14.02</ui.SavedStatus>
        </div>
      </form>
    </main>
  </>
);

const profile = (
  <Shell>
    <Head title="Profil" current="profile" />
    <div className="wrap">
      <Section
        id="oppna"
        title="Ur öppna data"
        side={
          <Legend
            items={[
              { mark: "here", label: "Avesta" },
              { mark: "similar", label: "Liknande kommun" },
            ]}
          />
        }
      >
        <ul className="facts">
          <ui.FactRow title="Invånare i kommunen" source="31 dec. 2024. Källa: SCB" value="22 417" unit="personer">
            <ui.Strip
              values={[21104, 27528, 17792, 20101, 26243, 17491, 10175]}
              place={{ label: "Avesta", value: 22417 }}
              ends={["Härjedalen 10 175", "Vetlanda 27 528"]}
            >
              Tredje flest av åtta.
            </ui.Strip>
          </ui.FactRow>
          <ui.FactRow title="Befolkning på fem år" source="Egen bearbetning av data från SCB" value="−3,3" unit="procent, 2019–2024">
            <ui.Strip
              values={[-0.1, 0.2, 0.2, 5.2, -2.4, -4.3, 0.8]}
              place={{ label: "Avesta", value: -3.3 }}
              ends={["Kramfors −4,3", "Burlöv 5,2"]}
            >
              Minskar. Bara Kramfors minskar mer.
            </ui.Strip>
          </ui.FactRow>
        </ul>
      </Section>
      <Section id="egna" title="Från er själva">
        <ui.DataTable
          cards
          hideCaption
          caption="Uppgifter från parterna"
          columns={[
            { key: "a", label: "Uppgift" },
            { key: "b", label: "Värde", cardLabel: false },
            { key: "c", label: "Satt av" },
            { key: "d", label: "Läge", cardLabel: false },
          ]}
          rows={[
            {
              key: "1",
              cells: [
                "Andel anställda i skift",
                <strong key="v">38 procent</strong>,
                <span key="p">
                  <PartyName party="industry">Jonas Hedman</PartyName>, 4 nov. 2026
                </span>,
                <ui.Status key="s" tone="done">
                  Klar
                </ui.Status>,
              ],
            },
            {
              key: "2",
              cells: [
                "Bostadsläge",
                "Balans eller brist",
                "Båda",
                <ui.Status key="s" tone="wait">
                  Omtvistad
                </ui.Status>,
              ],
            },
            {
              key: "3",
              cells: [
                "Restid till lärosäte",
                <a key="l" href="#f">
                  Fyll i minuter
                </a>,
                "Ingen än",
                <ui.Status key="s" tone="ask">
                  Okänd, 1 råd frågar
                </ui.Status>,
              ],
            },
          ]}
        />
      </Section>
      <Section id="falt" title="Fält" side={<p>Alla är webbläsarens egna.</p>}>
        <form className="stack-6">
          <ui.ErrorSummary
            title="Två saker att rätta"
            errors={[
              { fieldId: "cost", message: "Skriv kostnaden i hela kronor" },
              { fieldId: "agree", message: "Bekräfta att ni får dela uppgiften" },
            ]}
          />
          <ui.TextField
            name="title"
            label="Åtgärdens namn"
            hint="Kort, så att båda känner igen den."
            defaultValue="Skiftanpassade bussturer"
          />
          <ui.NumberField
            name="cost"
            label="Kostnad"
            unit="kr"
            hint="0 till 1 000 000 000"
            error="Skriv kostnaden i hela kronor"
            errorWord="Fel:"
            defaultValue="tre tusen"
          />
          <ui.NumberField name="minutes" label="Restid till lärosäte" unit="minuter" width="xs" decimals />
          <ui.SelectField
            name="size"
            label="Kostnadsklass"
            empty="Välj"
            options={[
              { value: "s", label: "S, under 0,2 miljoner kr" },
              { label: "Stora", options: [{ value: "l", label: "L, över 2 miljoner kr" }] },
            ]}
          />
          <ui.DateField name="start" label="Start" defaultValue="2027-08-01" />
          <ui.TextArea name="why" label="Skäl" />
          <ui.RadioGroupField
            name="state"
            label="Bostadsläge"
            options={[
              { value: "balance", label: "Balans", hint: "Den som söker hittar inom tre månader." },
              { value: "shortage", label: "Brist" },
            ]}
            defaultValue="balance"
          />
          <ui.RadioGroupField
            name="open"
            label="Finns barnomsorg på obekväm tid?"
            inline
            options={[
              { value: "y", label: "Ja" },
              { value: "n", label: "Nej" },
              { value: "u", label: "Vet inte" },
            ]}
          />
          <ui.CheckboxField
            name="agree"
            label="Industrin får se uppgiften"
            error="Bekräfta att ni får dela uppgiften"
            hint="Slutna tal visas bara för er."
          />
          <div className="field combo">
            <label htmlFor="town">Ort</label>
            <div className="field-row">
              <input className="input" id="town" defaultValue="Ave" />
            </div>
            <div className="listbox" role="listbox" aria-label="Orter" style={{ position: "static" }}>
              <div role="option" tabIndex={-1} aria-selected="true">
                Avesta <small>Avesta kommun, Dalarnas län</small>
              </div>
              <div role="option" tabIndex={-1} aria-selected="false">
                Avesta-Brovallen <small>Avesta kommun</small>
              </div>
            </div>
          </div>
          <p className="actions">
            <ui.Button variant="go" busy busyLabel="Sparar…">
              Spara uppgiften
            </ui.Button>
            <ui.Button>Föreslå något annat</ui.Button>
            <ui.DialogButton dialogId="dlg" variant="quiet">
              Öppna dialog
            </ui.DialogButton>
          </p>
          <ui.SavedStatus state="failed">Inte sparat. Vi försöker igen.</ui.SavedStatus>
        </form>
        <ui.Dialog id="dlg" title="Förhandsvisa" closeLabel="Stäng">
          <p>37 rader läses in.</p>
        </ui.Dialog>
      </Section>
    </div>
  </Shell>
);

const advice = (
  <Shell>
    <Head title="Råd" current="advice" />
    <div className="wrap">
      <Section id="sarskilt" title="Särskilt för er ort" side={<p>Fyra åtgärder av 93. Få andra orter skulle få samma fyra.</p>}>
        <p className="say">Skiftet styr vardagen hos er. Råden börjar där.</p>
        <ol className="rank">
          <li>
            <div className="stack">
              <h3>Barnomsorg på obekväm tid</h3>
              <p className="lead">38 procent arbetar skift, och i dag finns ingen omsorg kvällar, nätter och helger.</p>
              <ui.ReasonList
                items={[
                  { term: "Starkaste skälet", value: "Industrin ger påståendet 22 av 100. Det är lägst av alla 65." },
                  { term: "Passar er för att", value: "Andelen i skift är 38 procent (regeln kräver minst 25)." },
                  { term: "Svagaste länken", value: "Behovet sitter i ett enda påstående." },
                  { term: "Vad som skulle ändra bedömningen", value: "Om andelen i skift sjunker under 25 procent faller rådet bort." },
                ]}
              />
              <ui.TenBlocks filled={9}>Står sig i 9 av 10 viktningar</ui.TenBlocks>
              <ui.MetaList
                items={[
                  { term: "Evidens", value: "B, flera studier" },
                  { term: "Kostnad", value: "M, 0,2–2 miljoner kr" },
                  { term: "Tid", value: "Inom ett år" },
                  { term: "Ansvar", value: <PartyName party="municipality">Kommunen</PartyName> },
                ]}
              />
              <p className="actions">
                <ui.LinkButton href="#p">Föreslå i planen</ui.LinkButton>
                <ui.LinkButton variant="quiet" href="#t">
                  Följ talen till svaren
                </ui.LinkButton>
              </p>
            </div>
          </li>
          <li>
            <div className="stack">
              <h3>Skiftanpassade bussturer</h3>
              <ui.TenBlocks filled={7}>Står sig i 7 av 10 viktningar</ui.TenBlocks>
              <ui.Disclosure summary="Visa skälen">
                <p>Industrins betyg för resor är 39.</p>
              </ui.Disclosure>
            </div>
          </li>
        </ol>
      </Section>
      <Section id="noter" title="Lägen">
        <div className="stack-6">
          <ui.NextStep
            kind="waiting"
            label="Inte din tur"
            say="Kommunen ska svara på två frågor."
            party="municipality"
            who="Avesta kommun"
            since="sedan 16 nov. 2026"
          />
          <ui.NextStep kind="none" say="Inget väntar. Ny mätning öppnar 1 mars 2027." />
          <ui.NextStep
            kind="mine"
            label="Din tur"
            say="Bjud in industrin i Sandviken."
            action={
              <ui.LinkButton variant="go" href="#i">
                Skriv inbjudan
              </ui.LinkButton>
            }
          >
            <ui.Keys sides={keySides} />
          </ui.NextStep>
          <ui.Note tone="wait" title="Två råd väntar på svaret.">
            <p>”Nya hyresrätter med företag som långsiktig hyresgäst” och ”Flyttkedjor”.</p>
          </ui.Note>
          <ui.Note tone="stop" title="Länken gäller inte längre">
            <p>Begär en ny.</p>
          </ui.Note>
          <ui.Note tone="done" title="Planen är sparad" />
          <p className="hidden-group">
            <span>Färre än fem svar</span>
          </p>
          <ui.CoverageBar done={9} total={13} party="industry">
            9 av 13 områden
          </ui.CoverageBar>
        </div>
      </Section>
      <Section id="lista" title="Platser">
        <ui.DataTable
          cards
          caption="Platser"
          hideCaption
          columns={[
            { key: "p", label: "Plats" },
            { key: "w", label: "Var på vägen", cardLabel: false },
            { key: "n", label: "Väntar på", cardLabel: false },
          ]}
          rows={[
            {
              key: "1",
              cells: [
                <a key="a" href="#d">
                  Degerfors
                </a>,
                <span key="s">
                  <ui.PathDots states={["done", "now", "next", "next", "next", "next", "next"]} /> Bedömning, steg 2 av 7
                </span>,
                <span key="w">
                  <ui.PartyMark party="industry" label="Industrin" className="inline" /> Industrin har svarat på 9 av 13 områden
                </span>,
              ],
            },
          ]}
        />
      </Section>
    </div>
  </Shell>
);

/** The pages of the preview, by file name. */
export const pages: Readonly<Record<string, ReactNode>> = {
  start,
  nulage: situation(sample.wheelGroups, sample.dumbbellGroups),
  luckor: situation(sample.gappyWheel, gappyDumbbell),
  plan,
  svara: answer,
  profil: profile,
  rad: advice,
};
