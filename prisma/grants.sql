-- What the app's role may do. Applied after every deploy, as a whole, by packages/db/src/migrate/grants.ts:
-- everything is taken back first, so a line removed here is gone from the database too. :app_role is the name in DATABASE_URL.

-- Sign-in and the outbox.
GRANT SELECT, INSERT ON "User" TO :app_role;
-- Not isAdmin: who is admin is decided by the owner of the database alone.
GRANT UPDATE ("name", "locale", "emailVerifiedAt") ON "User" TO :app_role;
GRANT SELECT, INSERT, UPDATE ON "MailMessage" TO :app_role;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Session" TO :app_role;
GRANT SELECT, INSERT, DELETE ON "VerificationToken" TO :app_role;

-- Organisations and places. Only a membership can be taken away.
GRANT SELECT, INSERT ON "Organisation", "OrganisationMember", "Place", "PlaceOrganisation" TO :app_role;
GRANT UPDATE ("instrumentVersion", "catalogueVersion") ON "Place" TO :app_role;
GRANT SELECT, INSERT, UPDATE ON "Invitation" TO :app_role;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Membership" TO :app_role;

-- The line: what people fill in, answer and plan.
GRANT SELECT, INSERT, UPDATE ON "ProfileFact", "Round", "RoundParty", "Response", "Plan", "PlanAction", "IdempotencyKey" TO :app_role;

-- Questions for a package; the answer comes later, once.
GRANT SELECT, INSERT ON "Proposal" TO :app_role;
GRANT UPDATE ("status", "done", "total", "result", "error", "seenAt", "finishedAt") ON "Proposal" TO :app_role;

-- Written once: runs and the trail, and published content, which admins add to and may only retire.
GRANT SELECT, INSERT ON "RecommendationRun", "AuditEvent" TO :app_role;
GRANT SELECT, INSERT ON "InstrumentVersion", "CatalogueVersion" TO :app_role;
GRANT UPDATE ("retiredAt") ON "InstrumentVersion", "CatalogueVersion" TO :app_role;
GRANT SELECT ON "_prisma_migrations" TO :app_role;

-- Content under change.
GRANT SELECT, INSERT, UPDATE ON "ContentDraft", "DraftChange", "DraftComment", "BenchRun" TO :app_role;
GRANT SELECT, INSERT, UPDATE, DELETE ON "DraftItem" TO :app_role;
GRANT SELECT, INSERT, DELETE ON "BenchExpectation" TO :app_role;
-- Moves of a place to other content; answers before them are written by the database's own function only.
GRANT SELECT, INSERT, UPDATE ON "PlaceUpgrade" TO :app_role;
GRANT SELECT ON "AnswerSnapshot" TO :app_role;

GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO :app_role;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO :app_role;
