/** A place to choose in the type-ahead. */
export interface PlaceChoice {
  /** `<municipality code>:<locality code>`; the latter empty for a whole municipality. */
  readonly value: string;
  readonly name: string;
  readonly detail: string;
}
