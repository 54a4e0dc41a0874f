// For `prisma generate`, and for `prisma migrate deploy` where Prisma's own engine is at hand. A plain object: nothing to import.
export default {
  schema: "../../prisma/schema.prisma",
  migrations: { path: "../../prisma/migrations" },
  datasource: { url: process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL ?? "postgresql://nobody@127.0.0.1:1/none" },
};
