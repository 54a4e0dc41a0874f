/** What a page is given that reads its address. Written here and not taken from Next's generated types, so that types can be checked before a build. */
export interface SearchedPage {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** What a page below a variable part of the address is given as well. */
export interface ParamPage<P> extends SearchedPage {
  readonly params: Promise<P>;
}
