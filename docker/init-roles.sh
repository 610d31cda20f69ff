#!/bin/sh
# Runs once, when the database is made: the three roles and the database they share.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres -d postgres \
    -v owner="$OWNER_PASSWORD" -v web="$WEB_PASSWORD" -v worker="$WORKER_PASSWORD" <<'SQL'
CREATE ROLE owner LOGIN NOSUPERUSER NOCREATEROLE PASSWORD :'owner';
CREATE ROLE app_web LOGIN NOSUPERUSER NOCREATEROLE PASSWORD :'web';
CREATE ROLE app_worker LOGIN NOSUPERUSER NOCREATEROLE PASSWORD :'worker';
CREATE DATABASE isc OWNER owner ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE isc FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE isc TO app_web, app_worker;
ALTER ROLE app_web SET statement_timeout = '10s';
ALTER ROLE app_worker SET statement_timeout = '60s';
ALTER ROLE app_web SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE app_worker SET idle_in_transaction_session_timeout = '60s';
SQL
