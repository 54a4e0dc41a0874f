-- CreateEnum
CREATE TYPE "ProposalStatus" AS ENUM ('queued', 'running', 'done', 'cancelled', 'failed');

-- CreateTable
CREATE TABLE "Proposal" (
    "id" UUID NOT NULL,
    "placeId" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "status" "ProposalStatus" NOT NULL DEFAULT 'queued',
    "limits" JSONB NOT NULL,
    "request" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "error" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Proposal_placeId_createdAt_idx" ON "Proposal"("placeId", "createdAt");

-- CreateIndex
CREATE INDEX "Proposal_status_createdAt_idx" ON "Proposal"("status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_placeId_id_key" ON "Proposal"("placeId", "id");

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "Place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_placeId_runId_fkey" FOREIGN KEY ("placeId", "runId") REFERENCES "RecommendationRun"("placeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Hand-written from here: what a proposal may become, and who may see it.
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_steps" CHECK ("done" >= 0 AND "done" <= "total");
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_finished" CHECK (("status" IN ('done', 'cancelled', 'failed')) = ("finishedAt" IS NOT NULL));

-- The question never changes, and a finished answer neither.
CREATE FUNCTION refuse_proposal_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."finishedAt" IS NULL
    AND to_jsonb(NEW) - ARRAY['status', 'done', 'total', 'result', 'error', 'seenAt', 'finishedAt']
      = to_jsonb(OLD) - ARRAY['status', 'done', 'total', 'result', 'error', 'seenAt', 'finishedAt'] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a finished proposal never changes, and its question never does' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "Proposal_frozen" BEFORE UPDATE OR DELETE ON "Proposal" FOR EACH ROW EXECUTE FUNCTION refuse_proposal_change();

ALTER TABLE "Proposal" ENABLE ROW LEVEL SECURITY;
-- The worker reads the question and writes the answer; it makes no questions of its own.
CREATE POLICY "Proposal_members" ON "Proposal" USING (app_is_member("placeId")) WITH CHECK (app_is_member("placeId"));
CREATE POLICY "Proposal_worker_read" ON "Proposal" FOR SELECT USING (app_is_worker());
CREATE POLICY "Proposal_worker_answer" ON "Proposal" FOR UPDATE USING (app_is_worker()) WITH CHECK (app_is_worker());
