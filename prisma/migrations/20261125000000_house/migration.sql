-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('municipality', 'company', 'coordinator');

-- CreateEnum
CREATE TYPE "PlaceRole" AS ENUM ('coordinator', 'municipality_editor', 'company_editor', 'viewer');

-- CreateEnum
CREATE TYPE "RoleGroup" AS ENUM ('politicians', 'administration', 'municipal_companies', 'management', 'hr', 'employees');

-- CreateEnum
CREATE TYPE "Party" AS ENUM ('municipality', 'industry');

-- CreateEnum
CREATE TYPE "RoundMode" AS ENUM ('quick', 'full');

-- CreateEnum
CREATE TYPE "FactSource" AS ENUM ('open_data', 'manual');

-- CreateEnum
CREATE TYPE "ActionStatus" AS ENUM ('proposed', 'planned', 'under_way', 'done', 'stopped');

-- CreateEnum
CREATE TYPE "ResponsibleParty" AS ENUM ('municipality', 'industry', 'both');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'sv',
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "isAdmin" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "VerificationToken" (
    "identifier" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VerificationToken_pkey" PRIMARY KEY ("identifier","tokenHash")
);

-- CreateTable
CREATE TABLE "MailMessage" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,

    CONSTRAINT "MailMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "name" TEXT NOT NULL,
    "municipalityCode" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrganisationMember" (
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OrganisationMember_pkey" PRIMARY KEY ("organisationId","userId")
);

-- CreateTable
CREATE TABLE "Place" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "municipalityCode" TEXT NOT NULL,
    "localityCode" TEXT,
    "coordinatorId" UUID NOT NULL,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlaceOrganisation" (
    "placeId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "party" "Party",
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PlaceOrganisation_pkey" PRIMARY KEY ("placeId","organisationId")
);

-- CreateTable
CREATE TABLE "Membership" (
    "placeId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "PlaceRole" NOT NULL,
    "organisationId" UUID NOT NULL,
    "roleGroup" "RoleGroup",
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("placeId","userId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "placeId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "PlaceRole" NOT NULL,
    "roleGroup" "RoleGroup",
    "tokenHash" TEXT NOT NULL,
    "invitedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "acceptedById" UUID,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProfileFact" (
    "placeId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "source" "FactSource" NOT NULL,
    "period" TEXT,
    "note" TEXT,
    "setById" UUID,
    "setByParty" "Party",
    "setAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ProfileFact_pkey" PRIMARY KEY ("placeId","key")
);

-- CreateTable
CREATE TABLE "InstrumentVersion" (
    "version" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "InstrumentVersion_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "CatalogueVersion" (
    "version" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CatalogueVersion_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "Round" (
    "id" UUID NOT NULL,
    "placeId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "mode" "RoundMode" NOT NULL,
    "instrumentVersion" TEXT NOT NULL,
    "startedById" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deadlineOn" DATE,
    "openedAt" TIMESTAMPTZ(3),
    "openedById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoundParty" (
    "placeId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "party" "Party" NOT NULL,
    "readyAt" TIMESTAMPTZ(3),
    "readyById" UUID,
    "agreedAt" TIMESTAMPTZ(3),
    "agreedById" UUID,

    CONSTRAINT "RoundParty_pkey" PRIMARY KEY ("roundId","party")
);

-- CreateTable
CREATE TABLE "Response" (
    "id" UUID NOT NULL,
    "placeId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "party" "Party" NOT NULL,
    "roleGroup" "RoleGroup" NOT NULL,
    "answers" SMALLINT[],
    "importance" SMALLINT[],
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecommendationRun" (
    "id" UUID NOT NULL,
    "placeId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "instrumentVersion" TEXT NOT NULL,
    "catalogueVersion" TEXT NOT NULL,
    "engineVersion" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RecommendationRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Plan" (
    "placeId" UUID NOT NULL,
    "decisionOn" DATE,
    "decisionNote" TEXT NOT NULL DEFAULT '',
    "followUpOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID NOT NULL,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("placeId")
);

-- CreateTable
CREATE TABLE "PlanAction" (
    "id" UUID NOT NULL,
    "placeId" UUID NOT NULL,
    "measureId" TEXT,
    "runId" UUID,
    "title" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "responsibleParty" "ResponsibleParty" NOT NULL,
    "responsibleName" TEXT NOT NULL DEFAULT '',
    "startsOn" DATE,
    "endsOn" DATE,
    "municipalityCostSek" INTEGER,
    "industryCostSek" INTEGER,
    "municipalityHours" INTEGER,
    "industryHours" INTEGER,
    "status" "ActionStatus" NOT NULL DEFAULT 'proposed',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" UUID NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PlanAction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "userId" UUID NOT NULL,
    "key" UUID NOT NULL,
    "procedure" TEXT NOT NULL,
    "inputDigest" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("userId","key")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "placeId" UUID,
    "actorId" UUID,
    "requestId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "MailMessage_to_createdAt_idx" ON "MailMessage"("to", "createdAt");

-- CreateIndex
CREATE INDEX "MailMessage_sentAt_createdAt_idx" ON "MailMessage"("sentAt", "createdAt");

-- CreateIndex
CREATE INDEX "OrganisationMember_userId_idx" ON "OrganisationMember"("userId");

-- CreateIndex
CREATE INDEX "PlaceOrganisation_organisationId_idx" ON "PlaceOrganisation"("organisationId");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_placeId_id_key" ON "Invitation"("placeId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Round_placeId_number_key" ON "Round"("placeId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Round_placeId_id_key" ON "Round"("placeId", "id");

-- CreateIndex
CREATE INDEX "Response_placeId_roundId_idx" ON "Response"("placeId", "roundId");

-- CreateIndex
CREATE UNIQUE INDEX "Response_roundId_userId_key" ON "Response"("roundId", "userId");

-- CreateIndex
CREATE INDEX "RecommendationRun_placeId_createdAt_idx" ON "RecommendationRun"("placeId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "RecommendationRun_placeId_id_key" ON "RecommendationRun"("placeId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PlanAction_placeId_id_key" ON "PlanAction"("placeId", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_placeId_id_idx" ON "AuditEvent"("placeId", "id");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationMember" ADD CONSTRAINT "OrganisationMember_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationMember" ADD CONSTRAINT "OrganisationMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Place" ADD CONSTRAINT "Place_coordinatorId_fkey" FOREIGN KEY ("coordinatorId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaceOrganisation" ADD CONSTRAINT "PlaceOrganisation_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaceOrganisation" ADD CONSTRAINT "PlaceOrganisation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_placeId_organisationId_fkey" FOREIGN KEY ("placeId", "organisationId") REFERENCES "PlaceOrganisation"("placeId", "organisationId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_placeId_organisationId_fkey" FOREIGN KEY ("placeId", "organisationId") REFERENCES "PlaceOrganisation"("placeId", "organisationId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProfileFact" ADD CONSTRAINT "ProfileFact_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_instrumentVersion_fkey" FOREIGN KEY ("instrumentVersion") REFERENCES "InstrumentVersion"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundParty" ADD CONSTRAINT "RoundParty_placeId_roundId_fkey" FOREIGN KEY ("placeId", "roundId") REFERENCES "Round"("placeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_placeId_roundId_fkey" FOREIGN KEY ("placeId", "roundId") REFERENCES "Round"("placeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_placeId_organisationId_fkey" FOREIGN KEY ("placeId", "organisationId") REFERENCES "PlaceOrganisation"("placeId", "organisationId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecommendationRun" ADD CONSTRAINT "RecommendationRun_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecommendationRun" ADD CONSTRAINT "RecommendationRun_placeId_roundId_fkey" FOREIGN KEY ("placeId", "roundId") REFERENCES "Round"("placeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecommendationRun" ADD CONSTRAINT "RecommendationRun_instrumentVersion_fkey" FOREIGN KEY ("instrumentVersion") REFERENCES "InstrumentVersion"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecommendationRun" ADD CONSTRAINT "RecommendationRun_catalogueVersion_fkey" FOREIGN KEY ("catalogueVersion") REFERENCES "CatalogueVersion"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanAction" ADD CONSTRAINT "PlanAction_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Plan"("placeId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------
-- Hand-written from here: checks, immutability, row-level security.
-- The app's role owns nothing. Each procedure's transaction starts by setting app.user_id; without it no tenant row is seen.
-- app.system = 'auth' opens the tables of sign-in; app.invitation holds the hash of a mailed invitation's token.

ALTER TABLE "User" ADD CONSTRAINT "User_email_normalised" CHECK ("email" = lower(btrim("email")) AND "email" <> '');
ALTER TABLE "User" ADD CONSTRAINT "User_locale" CHECK ("locale" IN ('sv', 'en'));
ALTER TABLE "Place" ADD CONSTRAINT "Place_name" CHECK (btrim("name") <> '');
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_name" CHECK (btrim("name") <> '');
ALTER TABLE "Response" ADD CONSTRAINT "Response_answers" CHECK (0 <= ALL ("answers") AND 6 >= ALL ("answers"));
ALTER TABLE "Response" ADD CONSTRAINT "Response_importance" CHECK (0 <= ALL ("importance") AND 5 >= ALL ("importance"));
ALTER TABLE "PlanAction" ADD CONSTRAINT "PlanAction_title" CHECK (btrim("title") <> '');
ALTER TABLE "PlanAction" ADD CONSTRAINT "PlanAction_dates" CHECK ("startsOn" IS NULL OR "endsOn" IS NULL OR "startsOn" <= "endsOn");
ALTER TABLE "PlanAction" ADD CONSTRAINT "PlanAction_amounts" CHECK (
  coalesce("municipalityCostSek", 0) >= 0 AND coalesce("industryCostSek", 0) >= 0
  AND coalesce("municipalityHours", 0) >= 0 AND coalesce("industryHours", 0) >= 0);
-- The run that an action comes from belongs to the same place.
ALTER TABLE "PlanAction" ADD CONSTRAINT "PlanAction_run_of_place" FOREIGN KEY ("placeId", "runId") REFERENCES "RecommendationRun" ("placeId", "id");
CREATE UNIQUE INDEX "PlanAction_measure_once" ON "PlanAction" ("placeId", "measureId") WHERE "removedAt" IS NULL AND "measureId" IS NOT NULL;
CREATE UNIQUE INDEX "Round_one_under_way" ON "Round" ("placeId") WHERE "openedAt" IS NULL;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows never change once written', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "InstrumentVersion_frozen" BEFORE UPDATE OR DELETE ON "InstrumentVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "CatalogueVersion_frozen" BEFORE UPDATE OR DELETE ON "CatalogueVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RecommendationRun_frozen" BEFORE UPDATE OR DELETE ON "RecommendationRun" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditEvent_frozen" BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Answers of a round that has been opened are final.
CREATE FUNCTION refuse_late_answers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Round" r WHERE r."id" = NEW."roundId" AND r."openedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'the round is opened: answers are final' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Response_final" BEFORE INSERT OR UPDATE ON "Response" FOR EACH ROW EXECUTE FUNCTION refuse_late_answers();

CREATE FUNCTION app_user_id() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
CREATE FUNCTION app_is_auth() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('app.system', true), '') = 'auth' $$;
CREATE FUNCTION app_invitation() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.invitation', true), '') $$;

-- These read past row-level security (they run as the owner), so that policies do not recurse.
CREATE FUNCTION app_is_member(place uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM "Membership" m WHERE m."placeId" = place AND m."userId" = app_user_id()) $$;
CREATE FUNCTION app_is_empty(place uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."placeId" = place) $$;
-- The founder of a place that nobody has joined yet: lets the first member in, and nobody back in later.
CREATE FUNCTION app_founds(place uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_is_empty(place) AND EXISTS (SELECT 1 FROM "Place" p WHERE p."id" = place AND p."createdById" = app_user_id()) $$;
CREATE FUNCTION app_invited(place uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM "Invitation" i WHERE i."placeId" = place AND i."tokenHash" = app_invitation()
    AND i."acceptedAt" IS NULL AND i."revokedAt" IS NULL AND i."expiresAt" > now()) $$;
CREATE FUNCTION app_shares_place(other uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM "Membership" mine JOIN "Membership" theirs ON theirs."placeId" = mine."placeId"
    WHERE mine."userId" = app_user_id() AND theirs."userId" = other) $$;
CREATE FUNCTION app_sees_organisation(organisation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM "OrganisationMember" o WHERE o."organisationId" = organisation AND o."userId" = app_user_id())
    OR EXISTS (SELECT 1 FROM "PlaceOrganisation" p JOIN "Membership" m ON m."placeId" = p."placeId"
      WHERE p."organisationId" = organisation AND m."userId" = app_user_id())
    OR EXISTS (SELECT 1 FROM "Invitation" i WHERE i."organisationId" = organisation AND i."tokenHash" = app_invitation()) $$;

-- Counts of answers, the only way out for other people's answers: to members of the place, once the round is opened.
CREATE FUNCTION round_tallies(place uuid, round uuid)
RETURNS TABLE ("party" text, "organisationId" uuid, "roleGroup" text, "respondents" int, "kind" text, "position" int, "answer" int, "people" int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH open_round AS (
    SELECT r."id" FROM "Round" r WHERE r."placeId" = place AND r."id" = round AND r."openedAt" IS NOT NULL AND app_is_member(place)
  ), answered AS (
    SELECT s.* FROM "Response" s JOIN open_round o ON o."id" = s."roundId" WHERE s."submittedAt" IS NOT NULL
  ), groups AS (
    SELECT a."party", a."organisationId", a."roleGroup", count(*)::int AS respondents FROM answered a GROUP BY 1, 2, 3
  ), cells AS (
    SELECT a."party", a."organisationId", a."roleGroup", 'item' AS kind, u.position::int - 1 AS position, u.answer::int AS answer
      FROM answered a, unnest(a."answers") WITH ORDINALITY AS u(answer, position) WHERE u.answer > 0
    UNION ALL
    SELECT a."party", a."organisationId", a."roleGroup", 'importance', u.position::int - 1, u.answer::int
      FROM answered a, unnest(a."importance") WITH ORDINALITY AS u(answer, position) WHERE u.answer > 0
  )
  SELECT c."party"::text, c."organisationId", c."roleGroup"::text, g.respondents, c.kind, c.position, c.answer, count(*)::int
    FROM cells c JOIN groups g ON g."party" = c."party" AND g."organisationId" = c."organisationId" AND g."roleGroup" = c."roleGroup"
    GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 3, 5, 6, 7 $$;

-- How far each organisation has come in some rounds: people only, for members, at any time.
CREATE FUNCTION round_progress(rounds uuid[])
RETURNS TABLE ("roundId" uuid, "party" text, "organisationId" uuid, "started" int, "submitted" int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s."roundId", s."party"::text, s."organisationId", count(*)::int, count(s."submittedAt")::int
    FROM "Response" s WHERE s."roundId" = ANY (rounds) AND app_is_member(s."placeId")
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3 $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['User','Session','VerificationToken','MailMessage','Organisation','OrganisationMember','Place','PlaceOrganisation',
    'Membership','Invitation','ProfileFact','Round','RoundParty','Response','RecommendationRun','Plan','PlanAction','IdempotencyKey','AuditEvent'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['ProfileFact','Round','RoundParty','RecommendationRun','Plan','PlanAction'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I USING (app_is_member("placeId")) WITH CHECK (app_is_member("placeId"))', t || '_members', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['Session','VerificationToken'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I USING (app_is_auth()) WITH CHECK (app_is_auth())', t || '_sign_in', t);
  END LOOP;
END $$;

CREATE POLICY "User_read" ON "User" FOR SELECT USING ("id" = app_user_id() OR app_is_auth() OR app_shares_place("id"));
CREATE POLICY "User_add" ON "User" FOR INSERT WITH CHECK (app_is_auth());
CREATE POLICY "User_change" ON "User" FOR UPDATE USING ("id" = app_user_id() OR app_is_auth()) WITH CHECK ("id" = app_user_id() OR app_is_auth());
CREATE POLICY "MailMessage_read" ON "MailMessage" FOR SELECT USING (app_is_auth());
CREATE POLICY "MailMessage_add" ON "MailMessage" FOR INSERT WITH CHECK (app_user_id() IS NOT NULL OR app_is_auth());
CREATE POLICY "MailMessage_change" ON "MailMessage" FOR UPDATE USING (app_is_auth()) WITH CHECK (app_is_auth());
CREATE POLICY "Organisation_read" ON "Organisation" FOR SELECT USING ("createdById" = app_user_id() OR app_sees_organisation("id"));
CREATE POLICY "Organisation_add" ON "Organisation" FOR INSERT WITH CHECK ("createdById" = app_user_id());
CREATE POLICY "OrganisationMember_own" ON "OrganisationMember" USING ("userId" = app_user_id()) WITH CHECK ("userId" = app_user_id());
CREATE POLICY "Place_read" ON "Place" FOR SELECT USING (app_is_member("id") OR ("createdById" = app_user_id() AND app_is_empty("id")) OR app_invited("id"));
CREATE POLICY "Place_add" ON "Place" FOR INSERT WITH CHECK ("createdById" = app_user_id());
CREATE POLICY "Place_change" ON "Place" FOR UPDATE USING (app_is_member("id")) WITH CHECK (app_is_member("id"));
CREATE POLICY "PlaceOrganisation_members" ON "PlaceOrganisation" USING (app_is_member("placeId") OR app_founds("placeId") OR app_invited("placeId"))
  WITH CHECK (app_is_member("placeId") OR app_founds("placeId"));
CREATE POLICY "Membership_read" ON "Membership" FOR SELECT USING ("userId" = app_user_id() OR app_is_member("placeId"));
CREATE POLICY "Membership_add" ON "Membership" FOR INSERT WITH CHECK ("userId" = app_user_id() AND (app_founds("placeId") OR app_invited("placeId")));
CREATE POLICY "Membership_change" ON "Membership" FOR UPDATE USING (app_is_member("placeId")) WITH CHECK (app_is_member("placeId"));
CREATE POLICY "Membership_remove" ON "Membership" FOR DELETE USING (app_is_member("placeId"));
CREATE POLICY "Invitation_members" ON "Invitation" USING (app_is_member("placeId") OR "tokenHash" = app_invitation())
  WITH CHECK (app_is_member("placeId") OR "tokenHash" = app_invitation());
CREATE POLICY "Response_own" ON "Response" USING ("userId" = app_user_id() AND app_is_member("placeId")) WITH CHECK ("userId" = app_user_id() AND app_is_member("placeId"));
CREATE POLICY "IdempotencyKey_own" ON "IdempotencyKey" USING ("userId" = app_user_id()) WITH CHECK ("userId" = app_user_id());
CREATE POLICY "AuditEvent_read" ON "AuditEvent" FOR SELECT USING (CASE WHEN "placeId" IS NULL THEN "actorId" = app_user_id() ELSE app_is_member("placeId") END);
CREATE POLICY "AuditEvent_add" ON "AuditEvent" FOR INSERT WITH CHECK (
  ("actorId" = app_user_id() OR app_is_auth()) AND ("placeId" IS NULL OR app_is_member("placeId") OR app_founds("placeId")));
