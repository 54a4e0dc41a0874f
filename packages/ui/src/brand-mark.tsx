/** The mark: circle, square and triangle on common ground; where circle and square meet it is ink. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 58 26" aria-hidden="true">
      <circle cx="12" cy="11" r="10" className="m-k" />
      <path d="M21 3h18v18H21z" className="m-f" />
      <path d="M21 6.65A10 10 0 0 1 21 15.35zM0 22.5h58V25H0z" className="m-p" />
      <path d="M48.5 2 58 21H39z" className="m-i" />
    </svg>
  );
}
