-- Stored runs come in two layouts: the earlier one lists measures as objects under advice, the newer as lists of id, status, … under result.
CREATE OR REPLACE FUNCTION measure_usage()
RETURNS TABLE ("measureId" text, "advised" int, "chosen" int, "under_way" int, "done" int, "declined" int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH newest AS (
    SELECT DISTINCT ON (r."placeId") r."placeId", r."document"::jsonb AS document FROM "RecommendationRun" r
      WHERE app_is_admin() ORDER BY r."placeId", r."createdAt" DESC
  ), told AS (
    SELECT n."placeId", m ->> 'measureId' AS id, m ->> 'status' AS status
      FROM newest n, jsonb_array_elements(n.document -> 'advice' -> 'measures') m
    UNION ALL
    SELECT n."placeId", m ->> 0, m ->> 1
      FROM newest n, jsonb_array_elements(n.document -> 'result' -> 'measures') m
  ), advised AS (
    SELECT t.id, count(DISTINCT t."placeId")::int AS places FROM told t WHERE t.status IN ('advised', 'basic') GROUP BY 1
  ), used AS (
    SELECT a."measureId" AS id, count(DISTINCT a."placeId") FILTER (WHERE a."removedAt" IS NULL)::int AS chosen,
        count(DISTINCT a."placeId") FILTER (WHERE a."removedAt" IS NULL AND a."status" = 'under_way')::int AS under_way,
        count(DISTINCT a."placeId") FILTER (WHERE a."removedAt" IS NULL AND a."status" = 'done')::int AS done,
        count(DISTINCT a."placeId") FILTER (WHERE a."removedAt" IS NOT NULL OR a."status" = 'stopped')::int AS declined
      FROM "PlanAction" a WHERE a."measureId" IS NOT NULL AND app_is_admin() GROUP BY 1
  )
  SELECT coalesce(x.id, u.id), coalesce(x.places, 0), coalesce(u.chosen, 0), coalesce(u.under_way, 0), coalesce(u.done, 0), coalesce(u.declined, 0)
    FROM advised x FULL JOIN used u ON u.id = x.id ORDER BY 1 $$;
