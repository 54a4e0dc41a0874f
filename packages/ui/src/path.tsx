import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";
import type { LinkComponent } from "./link.ts";

const icons = {
  done: "station_done",
  now: "station_now",
  next: "station_next",
  blocked: "station_blocked",
} as const satisfies Record<string, IconName>;

/** Where a station stands: finished, under way, to come, or held up by something. */
export type StationState = keyof typeof icons;

/** A station of the path. */
export interface Station {
  readonly id: string;
  readonly name: string;
  readonly state: StationState;
  /** What is so there, in a few words; for `blocked` why. */
  readonly detail?: ReactNode;
  /** Where it leads; without it the station is text. */
  readonly href?: string;
}

/** Props of {@link Path}. */
export interface PathProps {
  /** Name of the navigation, such as "The path for Avesta". */
  readonly label: string;
  readonly stations: readonly Station[];
  /** Id of the station whose page this is. */
  readonly current?: string;
  /** A word for each state, read after the station's name. */
  readonly stateWords: Readonly<Record<StationState, string>>;
  /** The line under the dots on small screens, where the names do not fit: "Step 4 of 7: Advice. …". */
  readonly summary: ReactNode;
  readonly link?: LinkComponent;
}

/** The one way through, with its state. On small screens dots with the line `summary`. */
export function Path({ label, stations, current, stateWords, summary, link: Link = "a" }: PathProps) {
  return (
    <nav className="path" aria-label={label}>
      <ol>
        {stations.map((station) => {
          const here = station.id === current ? { "aria-current": "page" as const } : undefined;
          const content = (
            <>
              <Icon name={icons[station.state]} />
              <span className="path-name">{station.name}</span>
              <span className="vh">, {stateWords[station.state]}. </span>
              {station.detail === undefined ? null : <span className="path-state">{station.detail}</span>}
            </>
          );
          return (
            <li className={station.state} key={station.id}>
              {station.href === undefined ? (
                <span className="path-stop" {...here}>
                  {content}
                </span>
              ) : (
                <Link className="path-stop" href={station.href} {...here}>
                  {content}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
      <p className="path-here small">{summary}</p>
    </nav>
  );
}

/** The path as dots in a line, for tables. Drawn only: the words ("Plan, step 5 of 7") stand beside it. */
export function PathDots({ states }: { readonly states: readonly StationState[] }) {
  const x = (index: number) => 8 + index * 22;
  const last = Math.max(states.length - 1, 0);
  const dots = (state: readonly StationState[], r: number) =>
    states
      .flatMap((value, i) => (state.includes(value) ? [`M${x(i) - r} 9a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0`] : []))
      .join("");
  return (
    <svg className="path-dots" viewBox={`0 0 ${x(last) + 10} 18`} aria-hidden="true">
      <path className="link" d={`M8 9H${x(last)}`} />
      <path className="dot-next" d={dots(["next", "blocked"], 5)} />
      <path className="m-p" d={dots(["done"], 6)} />
      <path className="dot-now" d={dots(["now"], 5.5)} />
    </svg>
  );
}
