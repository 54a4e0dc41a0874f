import type { PreparedPortfolio } from "@hp/domain";
import type { Incumbent } from "./incumbent.ts";
import { type Domain, IN, OUT } from "./node-domain.ts";
import { Selection, type SelectionFrame } from "./selection.ts";
import { YearBook } from "./year-book.ts";

/**
 * Good plans without proof: fill up in an order, then swap while it helps. Everything is decided by values and ids, so
 * that the same question takes the same way.
 */
export class Improver {
  readonly #frame: SelectionFrame;
  readonly #prepared: PreparedPortfolio;
  readonly #incumbent: Incumbent;
  readonly #selection: Selection;
  readonly #book: YearBook;
  readonly #root: Domain;
  readonly #isOutOfTime: () => boolean;
  #isDated = false;

  /** @param root What the request decides; measures that are out there are never taken. */
  constructor(frame: SelectionFrame, incumbent: Incumbent, root: Domain, extraSek: number, isOutOfTime: () => boolean) {
    this.#frame = frame;
    this.#prepared = frame.prepared;
    this.#incumbent = incumbent;
    this.#selection = new Selection(frame, extraSek);
    this.#book = new YearBook(frame.prepared, extraSek);
    this.#root = root;
    this.#isOutOfTime = isOutOfTime;
  }

  /**
   * Fills in the order given and swaps until nothing helps. First by sums over all years; a set that then has no schedule
   * is laid out in years, the large ones first, and goes on from there. The first plan is made even when time is out.
   */
  run(order: readonly number[], mostRounds: number): void {
    this.#isDated = false;
    this.#make(order, order, mostRounds);
    if (this.#prepared.years === 1 || this.#incumbent.holds(this.#selection)) return;
    const largest = (index: number) =>
      -Math.max(
        ...(this.#prepared.measures[index]?.totals ?? []).map((total, at) => total / Math.max(1, this.#frame.limits[at] as number)),
      );
    const chosen = this.#selection.chosen.sort((one, other) => largest(one) - largest(other) || one - other);
    this.#isDated = true;
    this.#make([...chosen, ...order.filter((index) => !chosen.includes(index))], order, mostRounds);
  }

  #make(first: readonly number[], order: readonly number[], mostRounds: number): void {
    this.#clear();
    if (!this.#lockIn()) return;
    this.#requireDimensions(first);
    this.#fill(first);
    for (let round = 0; round < mostRounds; round += 1) {
      this.#incumbent.hopeFor(this.#selection);
      if (this.#isOutOfTime() || !this.#swapOne(order)) return;
    }
  }

  #clear(): void {
    for (const index of this.#selection.chosen) this.#drop(index);
  }

  /** Puts in the locked-in measures, each after those it needs. False where one does not fit. */
  #lockIn(): boolean {
    const waiting = this.#prepared.measures.filter(({ index }) => this.#root.state[index] === IN).map(({ index }) => index);
    for (const index of waiting) this.#addWithNeeded(index);
    return waiting.every((index) => this.#selection.isIn[index] === 1);
  }

  /** Puts in a measure and, before it, what it needs and lacks; all or nothing. */
  #addWithNeeded(index: number): boolean {
    const added: number[] = [];
    if (this.#addAfterNeeded(index, added, this.#prepared.measures.length)) return true;
    for (const each of added.reverse()) this.#drop(each);
    return false;
  }

  #addAfterNeeded(index: number, added: number[], mostDepth: number): boolean {
    if (this.#selection.isIn[index] === 1) return true;
    if (mostDepth < 0) return false;
    const lacking = (this.#prepared.measures[index]?.prerequisites ?? []).filter(
      ({ anyOf }) => !anyOf.some((other) => this.#selection.isIn[other] === 1),
    );
    const isReady = lacking.every(({ anyOf }) => {
      const needed = anyOf.find((other) => this.#root.state[other] !== OUT);
      return needed !== undefined && this.#addAfterNeeded(needed, added, mostDepth - 1);
    });
    if (!isReady || !this.#add(index)) return false;
    added.push(index);
    return true;
  }

  #requireDimensions(order: readonly number[]): void {
    const mainOf = (index: number) => this.#prepared.measures[index]?.source.mainDimension;
    for (const id of this.#prepared.request.requiredDimensions) {
      if (this.#selection.chosen.some((index) => mainOf(index) === id)) continue;
      for (const index of order) if (mainOf(index) === id && this.#addWithNeeded(index)) break;
    }
  }

  #fill(order: readonly number[]): void {
    let isGrowing = true;
    while (isGrowing) {
      isGrowing = false;
      for (const index of order) if (this.#selection.isIn[index] === 0 && this.#addWithNeeded(index)) isGrowing = true;
    }
  }

  #add(index: number): boolean {
    if (!this.#isOpen(index)) return false;
    this.#selection.toggle(index);
    if (!this.#isDated || this.#book.place(index)) return true;
    this.#selection.toggle(index);
    return false;
  }

  /** Whether a measure is out and could go in, start years apart. */
  #isOpen(index: number): boolean {
    return (
      this.#selection.isIn[index] === 0 &&
      this.#root.state[index] !== OUT &&
      this.#selection.hasRoomFor(index) &&
      this.#selection.mayAdd(index) &&
      this.#selection.staysBalanced(index)
    );
  }

  #drop(index: number): void {
    this.#selection.toggle(index);
    this.#book.take(index);
  }

  /** Exchanges one measure for the best other, and what then has room. False when no exchange helps. */
  #swapOne(order: readonly number[]): boolean {
    for (const out of this.#selection.chosen) {
      if (this.#isOutOfTime()) return false;
      if (this.#root.state[out] === IN || this.#selection.isNeeded(out)) continue;
      const before = this.#selection.value;
      const set = this.#selection.chosen;
      const years = this.#book.snapshot();
      this.#drop(out);
      const best = this.#bestToAdd(order, out);
      if (best >= 0) this.#add(best);
      this.#fill(order.filter((index) => index !== out));
      this.#fill([out]);
      if (this.#selection.value > before + 1e-9) return true;
      this.#selection.become(set);
      this.#book.restore(years);
    }
    return false;
  }

  #bestToAdd(order: readonly number[], except: number): number {
    let best = -1;
    let most = 1e-12;
    for (const index of order) {
      if (index === except || !this.#isOpen(index)) continue;
      const gain = this.#selection.gainOf(index);
      if (gain <= most || !this.#hasYear(index)) continue;
      most = gain;
      best = index;
    }
    return best;
  }

  #hasYear(index: number): boolean {
    if (!this.#isDated) return true;
    const hasYear = this.#book.place(index);
    if (hasYear) this.#book.take(index);
    return hasYear;
  }
}
