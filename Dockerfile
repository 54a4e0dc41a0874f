# One image for the pages, the migration job and the developer's tasks: the whole house, installed and built.
FROM node:24.21.0-bookworm-slim AS built
WORKDIR /house
ENV CI=true NEXT_TELEMETRY_DISABLED=1 TURBO_TELEMETRY_DISABLED=1
COPY . .
# Installs by itself, as on any fresh machine.
RUN node scripts/run.mjs build && rm -rf ~/.npm ~/.cache ~/.local apps/web/.next/cache

FROM node:24.21.0-bookworm-slim
WORKDIR /house
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
COPY --from=built --chown=node:node /house /house
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/api/ready').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# Needs DATABASE_URL, NEXTAUTH_URL and NEXTAUTH_SECRET; migrates only where DATABASE_OWNER_URL is given as well.
CMD ["node", "scripts/start.mjs"]
