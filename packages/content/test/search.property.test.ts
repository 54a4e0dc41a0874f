import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openData } from "../src/index.ts";

const names = openData.municipalities().flatMap(({ code, name }) => [name, ...openData.localities(code).map((locality) => locality.name)]);
const plain = (name: string) =>
  name
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[\s-]+/g, " ");
const lower = (name: string) => name.toLowerCase().replaceAll(/[\s-]+/g, " ");
const found = (query: string, limit = 10) => openData.searchPlaces(query, limit).map(({ name }) => name);

/** A piece of a name as someone might type it. */
const typed = fc
  .record({ name: fc.constantFrom(...names), start: fc.nat(10), length: fc.integer({ min: 1, max: 12 }), isPlain: fc.boolean() })
  .map(({ name, start, length, isPlain }) => {
    const piece = name.slice(Math.min(start, name.length - 1)).slice(0, length);
    return isPlain ? plain(piece) : piece;
  })
  .filter((piece) => piece.trim() !== "");

describe("searching for a place", () => {
  test("marks may be left out, and a mark that is typed counts", () => {
    expect(found("hallefors")[0]).toBe("Hällefors");
    expect(found("orebro")[0]).toBe("Örebro");
    expect(found("OREBRO")[0]).toBe("Örebro");
    expect(found("malå")).not.toContain("Mala");
    expect(found("Ö")).not.toContain("Oskarshamn");
  });

  test("exact letters come before letters with marks dropped", () => {
    expect(found("mala").slice(0, 2)).toEqual(["Mala", "Malå"]);
    expect(found("ange").indexOf("Angered")).toBeLessThan(found("ange").indexOf("Ängelholm"));
  });

  test("a name that begins with the query comes before one that contains it", () => {
    expect(found("bor").slice(0, 2)).toEqual(["Borås", "Borås"]);
    expect(found("are").slice(0, 3)).toEqual(["Arentorp", "Åre", "Åre"]);
  });

  test("more residents come first, the municipality and its town each as themselves", () => {
    expect(openData.searchPlaces("avesta", 3)).toEqual([
      {
        kind: "municipality",
        code: "2084",
        name: "Avesta",
        municipalityCode: "2084",
        municipalityName: "Avesta",
        countyName: "Dalarnas län",
        population: 22417,
      },
      {
        kind: "locality",
        code: "2084TC101",
        name: "Avesta",
        municipalityCode: "2084",
        municipalityName: "Avesta",
        countyName: "Dalarnas län",
        population: 16268,
      },
    ]);
  });

  test("hyphens and spaces are the same", () => {
    expect(found("malung sälen")).toContain("Malung-Sälen");
    expect(found("upplands-vasby").slice(0, 2)).toEqual(["Upplands Väsby och Sollentuna", "Upplands Väsby"]);
  });

  test("a town that is registered elsewhere finds its municipality", () => {
    expect(openData.searchPlaces("jakobsberg", 5)).toMatchObject([{ kind: "municipality", name: "Järfälla" }]);
  });

  test("nothing typed finds nothing, and nonsense does no harm", () => {
    for (const query of ["", "   ", "-", "\u0000", "%", "(.*)", "__proto__", "🏭"]) expect(found(query)).toEqual([]);
  });

  test("every hit contains what was typed, in order, and no more than asked for", () => {
    fc.assert(
      fc.property(typed, fc.integer({ min: 1, max: 50 }), (query, limit) => {
        const hits = openData.searchPlaces(query, limit);
        expect(hits.length).toBeGreaterThan(0);
        expect(hits.length).toBeLessThanOrEqual(limit);
        const rank = (name: string) => {
          const [exact, bare, asked] = [lower(name), plain(name), lower(query).trim()];
          return exact.startsWith(asked) ? 0 : bare.startsWith(plain(asked)) ? 1 : exact.includes(asked) ? 2 : 3;
        };
        const own = hits.filter(({ name }) => plain(name).includes(plain(query).trim()));
        for (const [index, hit] of own.entries()) {
          const next = own[index + 1];
          if (next === undefined) continue;
          const [a, b] = [rank(hit.name), rank(next.name)];
          expect(a < b || (a === b && hit.population >= next.population)).toBe(true);
        }
        expect(new Set(hits.map(({ kind, code }) => `${kind} ${code}`)).size).toBe(hits.length);
      }),
    );
  });

  test("a name typed in full is among the hits", () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), (name) => {
        expect(found(name, 50)).toContain(name);
        expect(found(plain(name), 50)).toContain(name);
      }),
    );
  });
});
