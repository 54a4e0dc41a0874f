const mill = "M920 520V250H1180V310L1260 250V310L1340 250V310L1420 250V520zM964 96h46v160h-46zM1056 150h46v104h-46z";

/** Props of {@link Frieze}. */
export interface FriezeProps {
  /** What the picture shows, in words. */
  readonly label: string;
  /** Id of the clipping path; change it only if two stand on one page. */
  readonly clipId?: string;
}

/** The picture of the start page: a mill town built of the parties' shapes. Where circle and mill meet, it is ink. */
export function Frieze({ label, clipId = "frieze-cut" }: FriezeProps) {
  return (
    <div className="frieze">
      <svg viewBox="0 0 1440 600" preserveAspectRatio="xMaxYMax slice" role="img" aria-label={label}>
        <clipPath id={clipId}>
          <path d={mill} />
        </clipPath>
        <circle className="m-k" cx="880" cy="286" r="182" />
        <path className="m-f" d={mill} />
        <circle className="m-p" cx="880" cy="286" r="182" clipPath={`url(#${clipId})`} />
        <path
          className="m-i"
          d="M-30 520l42-92l42 92zM34 520l33-68l33 68zM150 520l29-56l29 56zM198 520l40-92l40 92zM264 520l32-70l32 70zM590 520l31-78l31 78zM632 520l26-54l26 54z"
        />
        <path className="m-a" d="M408 520v-34l27-23l27 23v34zM478 520v-44l33-28l33 28v44z" />
        <path
          className="m-o"
          d="M427 520v-22h15v22zM504 520v-28h15v28zM964 378h44v44h-44zM1052 378h44v44h-44zM1140 378h44v44h-44zM1228 378h44v44h-44zM1316 378h44v44h-44z"
        />
        <path className="m-p" d="M0 520h1440v9H0z" />
        <path d="M680 556H1090M800 580H960M1190 566H1400" stroke="var(--color-kommun)" strokeWidth="4" />
      </svg>
    </div>
  );
}
