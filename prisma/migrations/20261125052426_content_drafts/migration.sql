-- CreateEnum
CREATE TYPE "DraftStatus" AS ENUM ('draft', 'review', 'published', 'discarded');

-- CreateEnum
CREATE TYPE "DraftItemKind" AS ENUM ('measure', 'dimension', 'precondition');

-- CreateEnum
CREATE TYPE "BenchStatus" AS ENUM ('queued', 'running', 'done', 'cancelled', 'failed');

-- AlterTable
ALTER TABLE "Place" ADD COLUMN     "catalogueVersion" TEXT,
ADD COLUMN     "instrumentVersion" TEXT;

-- AlterTable
ALTER TABLE "InstrumentVersion" ADD COLUMN     "basedOn" TEXT,
ADD COLUMN     "changeNote" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "publishedById" UUID,
ADD COLUMN     "retiredAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "CatalogueVersion" ADD COLUMN     "basedOn" TEXT,
ADD COLUMN     "changeNote" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "publishedById" UUID,
ADD COLUMN     "retiredAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ContentDraft" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" "DraftStatus" NOT NULL DEFAULT 'draft',
    "baseInstrument" TEXT NOT NULL,
    "baseCatalogue" TEXT NOT NULL,
    "changeNote" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedInstrument" TEXT,
    "publishedCatalogue" TEXT,

    CONSTRAINT "ContentDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DraftItem" (
    "draftId" UUID NOT NULL,
    "kind" "DraftItemKind" NOT NULL,
    "key" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID,

    CONSTRAINT "DraftItem_pkey" PRIMARY KEY ("draftId","kind","key")
);

-- CreateTable
CREATE TABLE "DraftChange" (
    "id" BIGSERIAL NOT NULL,
    "draftId" UUID NOT NULL,
    "kind" "DraftItemKind" NOT NULL,
    "key" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "version" INTEGER NOT NULL,
    "actId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "DraftChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DraftComment" (
    "id" UUID NOT NULL,
    "draftId" UUID NOT NULL,
    "kind" "DraftItemKind",
    "key" TEXT,
    "body" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DraftComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BenchRun" (
    "id" UUID NOT NULL,
    "draftId" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "status" "BenchStatus" NOT NULL DEFAULT 'queued',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "isGreen" BOOLEAN,
    "report" JSONB,
    "computed" JSONB,
    "error" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "seenAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "BenchRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BenchExpectation" (
    "id" UUID NOT NULL,
    "placeId" UUID,
    "municipalityCode" TEXT,
    "measureId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "within" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BenchExpectation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlaceUpgrade" (
    "id" UUID NOT NULL,
    "placeId" UUID NOT NULL,
    "fromInstrument" TEXT,
    "toInstrument" TEXT,
    "fromCatalogue" TEXT,
    "toCatalogue" TEXT,
    "decisions" JSONB NOT NULL,
    "before" JSONB NOT NULL,
    "beforeDigest" TEXT NOT NULL,
    "after" JSONB NOT NULL,
    "afterDigest" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rolledBackAt" TIMESTAMPTZ(3),
    "rolledBackById" UUID,

    CONSTRAINT "PlaceUpgrade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnswerSnapshot" (
    "id" UUID NOT NULL,
    "placeId" UUID NOT NULL,
    "upgradeId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "responseId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "instrumentVersion" TEXT NOT NULL,
    "answers" SMALLINT[],
    "importance" SMALLINT[],
    "version" INTEGER NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AnswerSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DraftChange_draftId_id_idx" ON "DraftChange"("draftId", "id");

-- CreateIndex
CREATE INDEX "DraftComment_draftId_at_idx" ON "DraftComment"("draftId", "at");

-- CreateIndex
CREATE INDEX "BenchRun_draftId_createdAt_idx" ON "BenchRun"("draftId", "createdAt");

-- CreateIndex
CREATE INDEX "BenchRun_status_createdAt_idx" ON "BenchRun"("status", "createdAt");

-- CreateIndex
CREATE INDEX "PlaceUpgrade_placeId_createdAt_idx" ON "PlaceUpgrade"("placeId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "PlaceUpgrade_placeId_id_key" ON "PlaceUpgrade"("placeId", "id");

-- CreateIndex
CREATE INDEX "AnswerSnapshot_placeId_userId_idx" ON "AnswerSnapshot"("placeId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "AnswerSnapshot_upgradeId_reason_responseId_key" ON "AnswerSnapshot"("upgradeId", "reason", "responseId");

-- AddForeignKey
ALTER TABLE "Place" ADD CONSTRAINT "Place_instrumentVersion_fkey" FOREIGN KEY ("instrumentVersion") REFERENCES "InstrumentVersion"("version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Place" ADD CONSTRAINT "Place_catalogueVersion_fkey" FOREIGN KEY ("catalogueVersion") REFERENCES "CatalogueVersion"("version") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftItem" ADD CONSTRAINT "DraftItem_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ContentDraft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftChange" ADD CONSTRAINT "DraftChange_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ContentDraft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftComment" ADD CONSTRAINT "DraftComment_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ContentDraft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BenchRun" ADD CONSTRAINT "BenchRun_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ContentDraft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BenchExpectation" ADD CONSTRAINT "BenchExpectation_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaceUpgrade" ADD CONSTRAINT "PlaceUpgrade_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------
-- Hand-written from here: pins of the places that are there, publishing by admins, row-level security, moving answers.

-- A place keeps the content that its newest round and run were made with.
UPDATE "Place" p SET
  "instrumentVersion" = (SELECT r."instrumentVersion" FROM "Round" r WHERE r."placeId" = p."id" ORDER BY r."number" DESC LIMIT 1),
  "catalogueVersion" = (SELECT r."catalogueVersion" FROM "RecommendationRun" r WHERE r."placeId" = p."id" ORDER BY r."createdAt" DESC LIMIT 1);

ALTER TABLE "ContentDraft" ADD CONSTRAINT "ContentDraft_name" CHECK (btrim("name") <> '');
ALTER TABLE "DraftComment" ADD CONSTRAINT "DraftComment_body" CHECK (btrim("body") <> '');
ALTER TABLE "DraftComment" ADD CONSTRAINT "DraftComment_subject" CHECK (("kind" IS NULL) = ("key" IS NULL));
ALTER TABLE "BenchExpectation" ADD CONSTRAINT "BenchExpectation_subject" CHECK (("placeId" IS NULL) <> ("municipalityCode" IS NULL));
ALTER TABLE "BenchExpectation" ADD CONSTRAINT "BenchExpectation_kind" CHECK ("kind" IN ('among_first', 'not_advised', 'excluded'));
ALTER TABLE "BenchExpectation" ADD CONSTRAINT "BenchExpectation_within" CHECK (("kind" = 'among_first') = ("within" IS NOT NULL));
ALTER TABLE "AnswerSnapshot" ADD CONSTRAINT "AnswerSnapshot_reason" CHECK ("reason" IN ('before_upgrade', 'before_rollback'));
ALTER TABLE "AnswerSnapshot" ADD CONSTRAINT "AnswerSnapshot_upgrade" FOREIGN KEY ("placeId", "upgradeId") REFERENCES "PlaceUpgrade" ("placeId", "id");

CREATE FUNCTION app_is_admin() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM "User" u WHERE u."id" = app_user_id() AND u."isAdmin") $$;
-- The background process that tries drafts; it has no person behind it.
CREATE FUNCTION app_is_worker() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('app.system', true), '') = 'worker' $$;

-- Published content never changes. The one thing that may be set later, once, is that a version is retired.
CREATE FUNCTION refuse_content_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."retiredAt" IS NULL AND NEW."retiredAt" IS NOT NULL
    AND to_jsonb(NEW) - 'retiredAt' = to_jsonb(OLD) - 'retiredAt' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% rows never change once written', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER "InstrumentVersion_frozen" ON "InstrumentVersion";
DROP TRIGGER "CatalogueVersion_frozen" ON "CatalogueVersion";
CREATE TRIGGER "InstrumentVersion_frozen" BEFORE UPDATE OR DELETE ON "InstrumentVersion" FOR EACH ROW EXECUTE FUNCTION refuse_content_change();
CREATE TRIGGER "CatalogueVersion_frozen" BEFORE UPDATE OR DELETE ON "CatalogueVersion" FOR EACH ROW EXECUTE FUNCTION refuse_content_change();
CREATE TRIGGER "AnswerSnapshot_frozen" BEFORE UPDATE OR DELETE ON "AnswerSnapshot" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A draft that is published or discarded is history.
CREATE FUNCTION refuse_closed_draft() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE draft uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD."draftId" ELSE NEW."draftId" END;
BEGIN
  IF EXISTS (SELECT 1 FROM "ContentDraft" d WHERE d."id" = draft AND d."status" IN ('published', 'discarded')) THEN
    RAISE EXCEPTION 'the draft is closed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "DraftItem_closed" BEFORE INSERT OR UPDATE OR DELETE ON "DraftItem" FOR EACH ROW EXECUTE FUNCTION refuse_closed_draft();

-- The places that a draft is tried on: the inputs of each place's newest run, for admins and the worker, and nothing else of the place.
CREATE FUNCTION bench_places()
RETURNS TABLE ("placeId" uuid, "name" text, "instrumentVersion" text, "catalogueVersion" text, "input" jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT ON (p."id") p."id", p."name", r."instrumentVersion", r."catalogueVersion", r."document"::jsonb -> 'input'
    FROM "Place" p JOIN "RecommendationRun" r ON r."placeId" = p."id"
    WHERE app_is_admin() OR app_is_worker() ORDER BY p."id", r."createdAt" DESC $$;

-- How often each measure of the catalogue is advised, chosen, done and taken out again over all places: counts, for admins.
CREATE FUNCTION measure_usage()
RETURNS TABLE ("measureId" text, "advised" int, "chosen" int, "under_way" int, "done" int, "declined" int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH newest AS (
    SELECT DISTINCT ON (r."placeId") r."placeId", r."document" FROM "RecommendationRun" r WHERE app_is_admin() ORDER BY r."placeId", r."createdAt" DESC
  ), advised AS (
    SELECT m ->> 'measureId' AS id, count(DISTINCT n."placeId")::int AS places
      FROM newest n, jsonb_array_elements(n."document"::jsonb -> 'advice' -> 'measures') m
      WHERE m ->> 'status' IN ('advised', 'basic') GROUP BY 1
  ), used AS (
    SELECT a."measureId" AS id, count(DISTINCT a."placeId") FILTER (WHERE a."removedAt" IS NULL)::int AS chosen,
        count(DISTINCT a."placeId") FILTER (WHERE a."removedAt" IS NULL AND a."status" = 'under_way')::int AS under_way,
        count(DISTINCT a."placeId") FILTER (WHERE a."removedAt" IS NULL AND a."status" = 'done')::int AS done,
        count(DISTINCT a."placeId") FILTER (WHERE a."removedAt" IS NOT NULL OR a."status" = 'stopped')::int AS declined
      FROM "PlanAction" a WHERE a."measureId" IS NOT NULL AND app_is_admin() GROUP BY 1
  )
  SELECT coalesce(x.id, u.id), coalesce(x.places, 0), coalesce(u.chosen, 0), coalesce(u.under_way, 0), coalesce(u.done, 0), coalesce(u.declined, 0)
    FROM advised x FULL JOIN used u ON u.id = x.id ORDER BY 1 $$;

-- What was noted on measures that were taken out or stopped: the words only, for admins.
CREATE FUNCTION declined_reasons()
RETURNS TABLE ("measureId" text, "note" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a."measureId", a."note" FROM "PlanAction" a
    WHERE a."measureId" IS NOT NULL AND btrim(a."note") <> '' AND (a."removedAt" IS NOT NULL OR a."status" = 'stopped') AND app_is_admin()
    ORDER BY a."updatedAt" DESC LIMIT 500 $$;

-- Answers per statement position over all opened rounds of one instrument version: counts, for admins. Few answers are not told.
CREATE FUNCTION statement_usage(instrument text)
RETURNS TABLE ("position" int, "answered" int, "cannotJudge" int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.position::int - 1, count(*)::int, count(*) FILTER (WHERE u.answer = 6)::int
    FROM "Response" s JOIN "Round" r ON r."id" = s."roundId", unnest(s."answers") WITH ORDINALITY AS u(answer, position)
    WHERE r."instrumentVersion" = instrument AND r."openedAt" IS NOT NULL AND s."submittedAt" IS NOT NULL AND u.answer > 0 AND app_is_admin()
    GROUP BY 1 HAVING count(*) >= 5 ORDER BY 1 $$;

-- Places per content version: for admins, who otherwise see no place.
CREATE FUNCTION content_places()
RETURNS TABLE ("instrumentVersion" text, "catalogueVersion" text, "places" int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p."instrumentVersion", p."catalogueVersion", count(*)::int FROM "Place" p WHERE app_is_admin() GROUP BY 1, 2 $$;

-- The SHA-256 of all answers of a round: shows that nothing moved, without showing an answer. For members.
CREATE FUNCTION round_digest(place uuid, round uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT encode(sha256(convert_to(coalesce(string_agg(
      concat_ws('|', s."id", array_to_string(s."answers", ','), array_to_string(s."importance", ','), s."submittedAt"), E'\n' ORDER BY s."id"), ''), 'UTF8')), 'hex')
    FROM "Response" s WHERE s."placeId" = place AND s."roundId" = round AND app_is_member(place) $$;

CREATE FUNCTION moved_answers(answers smallint[], taken_from int[]) RETURNS smallint[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(CASE WHEN f.position > 0 THEN coalesce(answers[f.position], 0) ELSE 0 END ORDER BY f.n), '{}')::smallint[]
    FROM unnest(taken_from) WITH ORDINALITY AS f(position, n) $$;

-- Moves a round that is not opened, and everybody's answers in it, to another instrument. `answers_from` and `importance_from` hold, by
-- position in the new instrument, the position (from 1) in the old one, or 0 for what is asked anew. What stood is kept in AnswerSnapshot.
CREATE FUNCTION upgrade_round(place uuid, round uuid, upgrade uuid, to_version text, answers_from int[], importance_from int[]) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE moved int;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."placeId" = place AND m."userId" = app_user_id() AND m."role" = 'coordinator') THEN
    RAISE EXCEPTION 'only the coordinator moves a round' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM 1 FROM "Round" r WHERE r."placeId" = place AND r."id" = round AND r."openedAt" IS NULL FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such round under way' USING ERRCODE = 'restrict_violation'; END IF;
  INSERT INTO "AnswerSnapshot" ("id", "placeId", "upgradeId", "reason", "responseId", "userId", "instrumentVersion", "answers", "importance", "version")
    SELECT gen_random_uuid(), place, upgrade, 'before_upgrade', s."id", s."userId", r."instrumentVersion", s."answers", s."importance", s."version"
      FROM "Response" s JOIN "Round" r ON r."id" = s."roundId" WHERE s."placeId" = place AND s."roundId" = round;
  UPDATE "Response" s SET "answers" = moved_answers(s."answers", answers_from), "importance" = moved_answers(s."importance", importance_from), "version" = s."version" + 1
    WHERE s."placeId" = place AND s."roundId" = round;
  GET DIAGNOSTICS moved = ROW_COUNT;
  UPDATE "Round" r SET "instrumentVersion" = to_version, "version" = r."version" + 1 WHERE r."id" = round;
  RETURN moved;
END $$;

-- Takes an upgrade of a round back. Answers nobody has touched since are what they were; what was answered since is kept where the old
-- instrument has the statement (`answers_from`: by position in the old one, the position in the new one), and in AnswerSnapshot in any case.
CREATE FUNCTION rollback_round(place uuid, round uuid, upgrade uuid, answers_from int[], importance_from int[]) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE moved int;
DECLARE from_version text;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."placeId" = place AND m."userId" = app_user_id() AND m."role" = 'coordinator') THEN
    RAISE EXCEPTION 'only the coordinator moves a round' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT u."fromInstrument" INTO from_version FROM "PlaceUpgrade" u WHERE u."placeId" = place AND u."id" = upgrade AND u."rolledBackAt" IS NULL;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such upgrade' USING ERRCODE = 'restrict_violation'; END IF;
  PERFORM 1 FROM "Round" r WHERE r."placeId" = place AND r."id" = round AND r."openedAt" IS NULL FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such round under way' USING ERRCODE = 'restrict_violation'; END IF;
  INSERT INTO "AnswerSnapshot" ("id", "placeId", "upgradeId", "reason", "responseId", "userId", "instrumentVersion", "answers", "importance", "version")
    SELECT gen_random_uuid(), place, upgrade, 'before_rollback', s."id", s."userId", r."instrumentVersion", s."answers", s."importance", s."version"
      FROM "Response" s JOIN "Round" r ON r."id" = s."roundId" WHERE s."placeId" = place AND s."roundId" = round;
  WITH back AS (
    SELECT s."id", k."version" AS kept_version, k."answers" AS old_answers, k."importance" AS old_importance,
        moved_answers(s."answers", answers_from) AS answers, moved_answers(s."importance", importance_from) AS importance
      FROM "Response" s LEFT JOIN "AnswerSnapshot" k ON k."responseId" = s."id" AND k."upgradeId" = upgrade AND k."reason" = 'before_upgrade'
      WHERE s."placeId" = place AND s."roundId" = round
  )
  UPDATE "Response" s SET "version" = s."version" + 1,
      "answers" = CASE WHEN s."version" = b.kept_version + 1 THEN b.old_answers ELSE (
        SELECT array_agg(CASE WHEN n.answer > 0 THEN n.answer ELSE coalesce(b.old_answers[n.position], 0) END ORDER BY n.position)::smallint[]
          FROM unnest(b.answers) WITH ORDINALITY AS n(answer, position)) END,
      "importance" = CASE WHEN s."version" = b.kept_version + 1 THEN b.old_importance ELSE (
        SELECT array_agg(CASE WHEN n.answer > 0 THEN n.answer ELSE coalesce(b.old_importance[n.position], 0) END ORDER BY n.position)::smallint[]
          FROM unnest(b.importance) WITH ORDINALITY AS n(answer, position)) END
    FROM back b WHERE b."id" = s."id";
  GET DIAGNOSTICS moved = ROW_COUNT;
  UPDATE "Round" r SET "instrumentVersion" = from_version, "version" = r."version" + 1 WHERE r."id" = round;
  RETURN moved;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['InstrumentVersion','CatalogueVersion','ContentDraft','DraftItem','DraftChange','DraftComment','BenchRun','BenchExpectation',
    'PlaceUpgrade','AnswerSnapshot'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['ContentDraft','DraftItem','DraftChange','DraftComment','BenchRun','BenchExpectation'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I USING (app_is_admin() OR app_is_worker()) WITH CHECK (app_is_admin() OR app_is_worker())', t || '_admins', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['InstrumentVersion','CatalogueVersion'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (true)', t || '_read', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (app_is_admin() AND "publishedById" = app_user_id())', t || '_publish', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (app_is_admin()) WITH CHECK (app_is_admin())', t || '_retire', t);
  END LOOP;
END $$;
CREATE POLICY "PlaceUpgrade_members" ON "PlaceUpgrade" USING (app_is_member("placeId")) WITH CHECK (app_is_member("placeId"));
CREATE POLICY "AnswerSnapshot_own" ON "AnswerSnapshot" FOR SELECT USING ("userId" = app_user_id() AND app_is_member("placeId"));
-- Admins edit together and must be able to read each other's names.
CREATE POLICY "User_admins" ON "User" FOR SELECT USING (app_is_admin() AND "isAdmin");
-- Nobody signs in as an admin for the first time: that is set by the owner of the database.
DROP POLICY "User_add" ON "User";
CREATE POLICY "User_add" ON "User" FOR INSERT WITH CHECK (app_is_auth() AND NOT "isAdmin");
