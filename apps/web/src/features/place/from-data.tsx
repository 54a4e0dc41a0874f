"use client";

/**
 * Parts that the browser draws again from their data. Drawn on the server alone, each of their elements would be sent
 * twice: as HTML, and as what React continues from, which then is the larger half of the answer. This way the second
 * half holds the data only. Pages that show many numbers take these from here instead of from @hp/ui.
 */
export {
  CostGainFront,
  DataTable,
  Dumbbell,
  ExpectedChange,
  Figure,
  MetaList,
  PerceivedVsFact,
  PriorityMatrix,
  ReasonList,
  Strip,
  Twin,
  Wheel,
} from "@hp/ui";
