import type { Metadata } from "next";
import { enterPlacePage, found } from "../../../../../../features/place/kit.ts";
import { MeasurePage } from "../../../../../../features/recommendation/measure-page.tsx";

interface Props {
  readonly params: Promise<{ placeId: string; measureId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { api, placeId } = await enterPlacePage(params);
  const { measureId } = await params;
  return { title: (await found(api.recommendation.measure({ placeId, measureId }))).title };
}

export default async function Page({ params }: Props) {
  const { api, head, placeId } = await enterPlacePage(params);
  const { measureId } = await params;
  return <MeasurePage head={head} measure={await found(api.recommendation.measure({ placeId, measureId }))} />;
}
