import type { ReactNode } from "react";

/** Props of {@link TenBlocks}. */
export interface TenBlocksProps {
  /** How many of the blocks are filled. */
  readonly filled: number;
  readonly of?: number;
  /** The same in words, always beside: "Holds in 9 of 10 weightings". */
  readonly children: ReactNode;
}

/** A count out of ten as blocks, with its words. */
export function TenBlocks({ filled, of = 10, children }: TenBlocksProps) {
  const full = Math.min(Math.max(Math.round(filled), 0), of);
  const blocks = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `M${(from + i) * 9} 0h7v12h-7z`).join("");
  return (
    <p className="robust">
      <svg viewBox={`0 0 ${of * 9 - 2} 12`} aria-hidden="true">
        <path className="m-p" d={blocks(0, full)} />
        <path className="wedge" d={blocks(full, of)} />
      </svg>
      {children}
    </p>
  );
}
