FROM python:3.11-slim-bookworm
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1
WORKDIR /app
COPY requirements/run.txt requirements/run.txt
RUN pip install --disable-pip-version-check --require-hashes -r requirements/run.txt \
    && useradd --system --create-home --uid 10001 isc \
    && mkdir /data /static && chown isc: /data /static
COPY --chown=isc:isc . .
USER 10001
EXPOSE 8000
CMD ["gunicorn", "-b", "0.0.0.0:8000", "-k", "gthread", "-w", "2", "--threads", "4", "config.wsgi:application"]
