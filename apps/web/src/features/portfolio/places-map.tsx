import { openData, placeOnMap } from "@hp/content";
import type { PortfolioPlace } from "@hp/contracts";

const gap = 18;
/** Land shown above the northernmost and below the southernmost place, in units of the map. */
const around = 95;

/** Heights for labels beside the map so that none overlaps: each as near its place as the others let it. */
function spread(heights: readonly number[], from: number, to: number): number[] {
  const placed: number[] = [];
  for (const height of heights) placed.push(Math.max(height, (placed.at(-1) ?? from - gap) + gap));
  for (let index = placed.length - 1, limit = to; index >= 0; index--, limit = (placed[index + 1] ?? to) - gap)
    placed[index] = Math.min(placed[index] ?? limit, limit);
  return placed;
}

/** Where the places are: Sweden in outline, a dot and a name each. The reader's turn is in red. */
export function PlacesMap({ places, label }: { readonly places: readonly PortfolioPlace[]; readonly label: string }) {
  const map = openData.swedenMap();
  const dots = places
    .flatMap((place) => (place.position === null ? [] : [{ place, ...placeOnMap(map.frame, place.position) }]))
    .sort((a, b) => a.y - b.y);
  if (dots.length === 0 || dots.length > 30) return null;
  const top = Math.max((dots[0]?.y ?? 0) - around, 0);
  const bottom = Math.min((dots.at(-1)?.y ?? 0) + around, map.frame.height);
  const labels = spread(
    dots.map(({ y }) => y + 5),
    top + 14,
    bottom - 6,
  );
  const x = map.frame.width + 14;
  return (
    <svg
      className="w-full max-w-[21rem] justify-self-center"
      viewBox={`0 ${top} ${map.frame.width + 130} ${bottom - top}`}
      role="img"
      aria-label={label}
    >
      <path className="land" d={map.outline} fillRule="evenodd" />
      {dots.map((dot, index) => (
        <g key={dot.place.placeId}>
          <path className="lead-line" d={`M${dot.x + 4} ${dot.y}L${x - 4} ${(labels[index] ?? dot.y) - 5}`} />
          <circle className={dot.place.nextStep.mine ? "m-a mk" : "m-p mk"} cx={dot.x} cy={dot.y} r="4.5" />
          <text className={dot.place.nextStep.mine ? "t-s t-b" : "t-s"} x={x} y={labels[index]}>
            {dot.place.name}
          </text>
        </g>
      ))}
    </svg>
  );
}
