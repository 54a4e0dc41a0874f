interface Entry<Item> {
  readonly priority: number;
  readonly order: number;
  readonly item: Item;
}

/** A queue that gives the highest priority first, and of equal ones the one that came last. */
export class Heap<Item> {
  readonly #items: Entry<Item>[] = [];
  #order = 0;

  /** Number of items. */
  get size(): number {
    return this.#items.length;
  }

  /** The highest priority; −Infinity for an empty queue. */
  get top(): number {
    return this.#items[0]?.priority ?? Number.NEGATIVE_INFINITY;
  }

  /** Puts an item in. */
  push(priority: number, item: Item): void {
    const entry = { priority, order: this.#order, item };
    this.#order += 1;
    let at = this.#items.length;
    this.#items.push(entry);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** Takes out the item of highest priority; undefined from an empty queue. */
  pop(): Item | undefined {
    const first = this.#items[0];
    const last = this.#items.pop();
    if (first === undefined || last === undefined || this.#items.length === 0) return first?.item;
    this.#items[0] = last;
    let at = 0;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let best = at;
      if (left < this.#items.length && this.#isBefore(left, best)) best = left;
      if (right < this.#items.length && this.#isBefore(right, best)) best = right;
      if (best === at) return first.item;
      this.#swap(at, best);
      at = best;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const first = this.#items[one] as Entry<Item>;
    const second = this.#items[other] as Entry<Item>;
    return first.priority > second.priority || (first.priority === second.priority && first.order > second.order);
  }

  #swap(one: number, other: number): void {
    const kept = this.#items[one] as Entry<Item>;
    this.#items[one] = this.#items[other] as Entry<Item>;
    this.#items[other] = kept;
  }
}
