#!/bin/sh
# Run once by the postgres image on an empty volume: the two roles, before any migration. See CONTRIBUTING.md, "Two roles".
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set owner_password="$HP_OWNER_PASSWORD" --set app_password="$HP_APP_PASSWORD" --set database="$POSTGRES_DB" <<'SQL'
CREATE ROLE hp_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE hp_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'app_password';
ALTER DATABASE :"database" OWNER TO hp_owner;
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO hp_app;
SQL
